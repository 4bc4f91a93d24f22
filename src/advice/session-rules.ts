import { domainOf, type Trial, type TrialHeader, type TrialRule } from './trial.ts';

/**
 * A session rule of declarativeNetRequest, as far as trials use them. Session rules are never written to disk and end
 * with the browser. https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#type-Rule
 */
export interface SessionRule {
  readonly id: number;
  readonly priority: number;
  readonly condition: {
    readonly tabIds: readonly number[];
    readonly urlFilter: string;
    readonly isUrlFilterCaseSensitive: true;
    readonly requestMethods?: readonly ['options'];
    readonly excludedRequestMethods?: readonly ['options'];
    readonly initiatorDomains?: readonly [string];
    /** With neither list, a beacon's preflight (type `other` in Chromium) would be left out by some browsers. */
    readonly excludedResourceTypes: readonly ['main_frame', 'sub_frame'];
  };
  readonly action: {
    readonly type: 'modifyHeaders';
    readonly responseHeaders: readonly TrialHeader[];
  };
}

/** The session rules of a trial for one tab, numbered from `firstId`. */
export const sessionRules = (trial: Trial, tabId: number, firstId: number): readonly SessionRule[] =>
  trial.rules.map((rule, index) => ({
    id: firstId + index,
    priority: 1,
    condition: {
      tabIds: [tabId],
      urlFilter: filterOf(rule),
      isUrlFilterCaseSensitive: true,
      ...methodsOf(rule),
      ...callerOf(trial),
      excludedResourceTypes: ['main_frame', 'sub_frame'],
    },
    action: { type: 'modifyHeaders', responseHeaders: rule.headers },
  }));

// `|` anchors at the beginning, `^` stands for a separator or the end.
const filterOf = ({ url, scope }: TrialRule): string => (scope === 'server' ? `|${url}/` : `|${url}^`);

function methodsOf({
  answers,
}: TrialRule): Pick<SessionRule['condition'], 'requestMethods' | 'excludedRequestMethods'> {
  switch (answers) {
    case 'preflight':
      return { requestMethods: ['options'] };
    case 'actual':
      return { excludedRequestMethods: ['options'] };
    case 'both':
      return {};
  }
}

/** Only calls of the page that the trial is for: those of the next page in the tab are not touched, however soon they come. */
function callerOf({ initiator }: Trial): Pick<SessionRule['condition'], 'initiatorDomains'> {
  const domain = domainOf(initiator);
  return domain === null ? {} : { initiatorDomains: [domain] };
}

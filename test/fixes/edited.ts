import { type Edit, isStatus } from '../../src/advice/edit.ts';
import { type AgreeCase, casePath } from '../agree/case.ts';
import type { Answer, Broken } from '../lab/scenario.ts';

/** The same call to servers that answer with these edits, at a URL of its own. */
export function edited(one: AgreeCase, edits: readonly Edit[], index: number): AgreeCase {
  const moved: AgreeCase = { ...one, index };
  const [first, ...rest] = one.hops.map((hop, at) => {
    const of = (response: Edit['response']) => edits.filter((edit) => edit.hop === at && edit.response === response);
    return {
      ...hop,
      preflight: changed(redirected(hop.preflight, one, moved, at), of('preflight')),
      actual: changed(redirected(hop.actual, one, moved, at), of('actual')),
    };
  });
  return { ...moved, hops: [first ?? one.hops[0], ...rest] };
}

function redirected(answer: Answer | Broken, from: AgreeCase, to: AgreeCase, hop: number): Answer | Broken {
  if (typeof answer === 'string' || 'raw' in answer) return answer;
  const headers = answer.headers?.map(
    ([name, value]) => [name, value.replace(casePath(from, hop + 1), casePath(to, hop + 1))] as const,
  );
  return { ...answer, headers: headers ?? [] };
}

/** An answer as it is with these edits of it. */
export function changed(answer: Answer | Broken, edits: readonly Edit[]): Answer | Broken {
  if (typeof answer === 'string' || 'raw' in answer) return answer;
  let { status = 200, headers = [] } = answer;
  for (const edit of edits) {
    if (isStatus(edit)) status = edit.status;
    else {
      const others = headers.filter(([name]) => name.toLowerCase() !== edit.header.toLowerCase());
      headers = edit.operation === 'remove' ? others : [...others, [edit.header, edit.value]];
    }
  }
  return { ...answer, status, headers };
}

/** An edit for a person. */
export const editText = (edit: Edit): string =>
  isStatus(edit)
    ? `hop ${edit.hop} ${edit.response}: status ${edit.status}`
    : `hop ${edit.hop} ${edit.response}: ${edit.operation} ${edit.header}: ${edit.value}`;

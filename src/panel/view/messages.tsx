import type { ComponentChildren } from 'preact';
import type { Header, HeaderList } from '../../cors/header-list.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { endedAtPreflight } from '../../diagnosis/ended-at-preflight.ts';
import type { Exchange, Hop, Preflight, RecordedResponse } from '../../exchange/exchange.ts';
import { ui } from '../../words/ui.ts';
import { decisionsIn } from './deciding.ts';
import { Guard } from './guard.tsx';
import { faultsIn } from './header-difference.ts';
import { HeaderTable } from './header-table.tsx';
import { LongText } from './long-text.tsx';
import { visibleText } from './visible-text.ts';

interface Place {
  readonly diagnosis: Diagnosis;
  readonly hop: number;
}

function Request({
  headers,
  message,
  diagnosis,
  hop,
}: Place & { readonly headers: HeaderList | null; readonly message: 'preflight-request' | 'request' }) {
  return (
    <>
      <h5>{ui.requestHeaders}</h5>
      {headers ? (
        <HeaderTable
          headers={headers}
          decisions={decisionsIn(diagnosis, hop, message)}
          faults={faultsIn(diagnosis, hop, message)}
          label={ui.requestHeaders}
        />
      ) : (
        <p class="absent">{ui.headersUnseen}</p>
      )}
    </>
  );
}

interface ResponseProps extends Place {
  readonly response: RecordedResponse | null;
  readonly message: 'preflight-response' | 'response';
  readonly absent: string;
}

const byName = ([a, x]: Header, [b, y]: Header): number => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0);

/** Whatever their order: a browser may sort. */
function sameHeaders(a: HeaderList, b: HeaderList): boolean {
  if (a.length !== b.length) return false;
  const [left, right] = [a.toSorted(byName), b.toSorted(byName)];
  return left.every(([name, value], index) => name === right[index]?.[0] && value === right[index][1]);
}

function Response({ response, message, absent, diagnosis, hop }: ResponseProps) {
  const decisions = decisionsIn(diagnosis, hop, message);
  const faults = faultsIn(diagnosis, hop, message);
  if (!response) return <p class="absent never">{absent}</p>;
  const altered = response.seenByPage && !sameHeaders(response.headers, response.seenByPage);
  const status = decisions.get(':status');
  return (
    <>
      <h5>
        {ui.responseHeaders}
        <span class={`status-line ${status ? `decides-${status}` : ''}`}>
          {ui.columns.status} {response.status}
          {response.fromCache && `, ${ui.fromCache}`}
        </span>
      </h5>
      <HeaderTable headers={response.headers} decisions={decisions} faults={faults} label={ui.responseHeaders} />
      {altered && response.seenByPage && (
        <>
          <p class="warning">{ui.seenByPage}</p>
          <HeaderTable headers={response.seenByPage} decisions={decisions} faults={faults} label={ui.seenByPage} />
        </>
      )}
    </>
  );
}

function Card({
  title,
  method,
  url,
  children,
}: {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly children: ComponentChildren;
}) {
  return (
    <article class="card">
      <h4>
        {title} <span class="card-method">{visibleText(method)}</span>
      </h4>
      <p class="card-url" dir="ltr">
        <LongText text={url} />
      </p>
      {children}
    </article>
  );
}

function PreflightCard({ preflight, url, ...place }: Place & { readonly preflight: Preflight; readonly url: string }) {
  const failed = preflight.end?.kind === 'failed' ? preflight.end.error : null;
  return (
    <Card title={ui.preflightCard} method="OPTIONS" url={url}>
      {preflight.pairedBy === 'order' && <p class="aside">{ui.pairedByOrder}</p>}
      <Request headers={preflight.requestHeaders} message="preflight-request" {...place} />
      <Response
        response={preflight.response}
        message="preflight-response"
        absent={preflight.end ? ui.noResponse : ui.waitingResponse}
        {...place}
      />
      {failed && <BrowserText text={failed} />}
    </Card>
  );
}

const BrowserText = ({ text }: { readonly text: string }) => (
  <p class="browser-text">
    {ui.browserText}: <code dir="ltr">{visibleText(text)}</code>
  </p>
);

function ActualCard({
  exchange,
  number,
  entry,
  ...place
}: Place & { readonly exchange: Exchange; readonly number: number; readonly entry: Hop }) {
  const last = number === exchange.hops.length - 1;
  const failed = last && exchange.end?.kind === 'failed' ? exchange.end.error : null;
  const held = endedAtPreflight(entry, number, place.diagnosis);
  const absent = exchange.end ? ui.noResponse : ui.waitingResponse;
  return (
    <Card title={number === 0 ? ui.actualCard : ui.redirectCard(number)} method={entry.method} url={entry.url}>
      {held && <p class="absent never">{ui.neverSent}</p>}
      {(!held || entry.requestHeaders) && <Request headers={entry.requestHeaders} message="request" {...place} />}
      {!held && <Response response={entry.response} message="response" absent={absent} {...place} />}
      {failed && <BrowserText text={failed} />}
    </Card>
  );
}

/** All messages of the call as they were seen, side by side: each preflight before the request it asked for. */
export function Messages({ exchange, diagnosis }: { readonly exchange: Exchange; readonly diagnosis: Diagnosis }) {
  return (
    <section class="section messages">
      <h3>{ui.messagesTitle}</h3>
      <div class="cards">
        {exchange.hops.flatMap((hop, number) => {
          const { preflight } = hop;
          const key = `${exchange.id} ${number}`;
          return [
            preflight && (
              <Guard key={`${key} preflight`}>
                {() => <PreflightCard preflight={preflight} url={hop.url} hop={number} diagnosis={diagnosis} />}
              </Guard>
            ),
            <Guard key={key}>
              {() => <ActualCard exchange={exchange} number={number} entry={hop} hop={number} diagnosis={diagnosis} />}
            </Guard>,
          ];
        })}
      </div>
    </section>
  );
}

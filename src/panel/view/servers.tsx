import { verdictWord } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { policyWords } from '../../words/workbench.ts';
import { writtenValue } from '../filter/query.ts';
import { WORST_FIRST } from '../listing/section.ts';
import { observedPolicy } from '../stores/observed-policy.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { VerdictIcon, verdictTone } from './icons.tsx';
import { ServerNotes } from './server-notes.tsx';
import { ServerPolicy } from './server-policy.tsx';
import { visibleText } from './visible-text.ts';

/** Calls that a server's policy is read from. */
const POLICY_FROM = 500;
/** Servers in the overview. */
const MOST = 200;

const blockedAt = (panel: PanelStore, server: string): number =>
  panel.judgements.ofServer(server)?.verdicts.blocked ?? 0;

/** What the preflights to a server cost, in words. */
function costOf(panel: PanelStore, server: string): string {
  const { preflights, preflightMs } = panel.recording.log.ofServer(server) ?? { preflights: 0, preflightMs: 0 };
  if (preflights === 0) return ui.serverNoPreflights;
  return ui.preflightCost(preflights, ui.milliseconds(preflightMs), ui.milliseconds(preflightMs / preflights));
}

/** All servers, those that block first. */
function ServerTable({ panel }: { readonly panel: PanelStore }) {
  const { log } = panel.recording;
  const servers = log
    .serverNames()
    .map((server) => ({ server, calls: log.ofServer(server)?.calls ?? 0, blocked: blockedAt(panel, server) }))
    .sort((a, b) => b.blocked - a.blocked || b.calls - a.calls)
    .slice(0, MOST);
  return (
    <table class="server-table">
      <thead>
        <tr>
          <th scope="col">{ui.serverName}</th>
          <th scope="col">{ui.serverCalls}</th>
          <th scope="col">{ui.serverBlocked}</th>
          <th scope="col">{ui.serverPreflights}</th>
        </tr>
      </thead>
      <tbody>
        {servers.map(({ server, calls, blocked }) => (
          <tr key={server} data-testid="server" data-server={server}>
            <th scope="row">
              <button type="button" class="link" dir="ltr" onClick={() => panel.showServers({ server })}>
                {visibleText(server)}
              </button>
            </th>
            <td>{ui.number(calls)}</td>
            <td class={blocked > 0 ? 'has-blocked' : ''}>{ui.number(blocked)}</td>
            <td>{costOf(panel, server)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VerdictCounts({ panel, server }: { readonly panel: PanelStore; readonly server: string }) {
  const verdicts = panel.judgements.ofServer(server)?.verdicts;
  if (!verdicts) return null;
  return (
    <ul class="verdict-counts" aria-label={ui.verdictCounts}>
      {WORST_FIRST.filter((verdict) => verdicts[verdict] > 0).map((verdict) => (
        <li key={verdict} class={verdictTone(verdict)}>
          <button
            type="button"
            class="button"
            onClick={() => panel.filter.setText(`server:${writtenValue(server)} is:${verdict}`)}
          >
            <VerdictIcon verdict={verdict} /> {ui.number(verdicts[verdict])} {verdictWord(verdict)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function ServerSummary({ panel, server }: { readonly panel: PanelStore; readonly server: string }) {
  const { log } = panel.recording;
  const calls = log.ofServer(server);
  if (!calls) return <p>{ui.serverGone}</p>;
  const latest = log.latestTo(server, POLICY_FROM);
  return (
    <>
      <p class="server-line" data-testid="server-line">
        {ui.calls(calls.calls)}; {costOf(panel, server)}
        <button
          type="button"
          class="link"
          data-testid="server-calls"
          onClick={() => panel.filter.setText(`server:${writtenValue(server)}`)}
        >
          {ui.serverShow}
        </button>
      </p>
      <p>
        <button
          type="button"
          class="button is-framed"
          data-testid="server-make-policy"
          onClick={() => panel.workbench.policy(server)}
        >
          {policyWords().open}
        </button>
      </p>
      <VerdictCounts panel={panel} server={server} />
      <ServerPolicy answers={observedPolicy(latest, server)} calls={latest.length} />
      <ServerNotes panel={panel} server={server} latest={latest} />
    </>
  );
}

/** In the detail's place: all servers, or what is known of one. */
export function Servers({ panel, server }: { readonly panel: PanelStore; readonly server: string | null }) {
  // Brought up to date while calls come, at a pace that can be read.
  panel.pulse.value;
  return (
    <section class="detail servers" data-testid="servers" aria-label={server ? ui.serverOf(server) : ui.servers}>
      <header class="detail-head">
        <div class="detail-title">
          <h2>
            {server === null ? (
              ui.servers
            ) : (
              <>
                <button
                  type="button"
                  class="link"
                  data-testid="servers-all"
                  onClick={() => panel.showServers({ server: null })}
                >
                  {ui.servers}
                </button>
                <span aria-hidden="true">›</span>
                <bdi dir="ltr">{visibleText(server)}</bdi>
              </>
            )}
          </h2>
          <button type="button" class="button close" aria-label={ui.close} title={ui.close} onClick={panel.close}>
            <span class="close-cross" aria-hidden="true">
              ✕
            </span>
            <span class="close-back">‹ {ui.back}</span>
          </button>
        </div>
      </header>
      <div class="detail-body">
        {server === null ? <ServerTable panel={panel} /> : <ServerSummary panel={panel} server={server} />}
      </div>
    </section>
  );
}

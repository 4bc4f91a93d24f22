import { ui } from '../../words/ui.ts';
import { Dialog } from './dialog.tsx';

const KEYS = {
  next: ['j', '↓'],
  previous: ['k', '↑'],
  fold: ['→', '←'],
  open: ['Enter'],
  fix: ['f'],
  copy: ['c'],
  filter: ['/'],
  servers: ['s'],
  help: ['?'],
  close: ['x', 'Esc'],
} as const;
const TERMS = {
  is: 'is:blocked',
  not: '-is:allowed',
  server: 'server:api.example',
  method: 'method:PUT,PATCH',
  cause: 'cause:allow-headers',
  status: 'status:4xx',
  has: 'has:preflight',
  type: 'type:fetch',
  text: '"GET http"',
} as const;
/** Further values and fields, in the same place of the sentence. */
const MORE: Readonly<Partial<Record<keyof typeof TERMS, string>>> = {
  is: 'undecided failed allowed opaque pending',
  server: 'origin:',
  status: '404 none',
  has: 'redirect note',
  type: 'image script font',
};
const entries = <K extends string, V>(record: Readonly<Record<K, V>>) => Object.entries(record) as [K, V][];

/** All keys, and what the filter understands. */
export function HelpDialog({ close }: { readonly close: () => void }) {
  return (
    <Dialog title={ui.helpTitle} testId="help" close={close}>
      <div class="help-columns">
        <section>
          <h3>{ui.helpKeys}</h3>
          <dl class="help-list">
            {entries<keyof typeof KEYS, readonly string[]>(KEYS).map(([name, keys]) => (
              <div key={name}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{ui.keyHelp[name]}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{ui.helpFilter}</h3>
          <p class="aside">{ui.helpFilterIntro}</p>
          <dl class="help-list is-filter">
            {entries<keyof typeof TERMS, string>(TERMS).map(([name, term]) => (
              <div key={name}>
                <dt>
                  <code dir="ltr">{term}</code>
                </dt>
                <dd>
                  {ui.filterHelp[name]}
                  {MORE[name] && <code dir="ltr">{MORE[name]}</code>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

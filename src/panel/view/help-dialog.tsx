import { ui } from '../../words/ui.ts';
import { Dialog } from './dialog.tsx';

/** All keys, and what the filter understands. */
export function HelpDialog({ close }: { readonly close: () => void }) {
  return (
    <Dialog title={ui.helpTitle} testId="help" close={close}>
      <div class="help-columns">
        <section>
          <h3>{ui.helpKeys}</h3>
          <dl class="help-list">
            {ui.keyHelp.map(([keys, text]) => (
              <div key={text}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{ui.helpFilter}</h3>
          <p class="aside">{ui.helpFilterIntro}</p>
          <dl class="help-list is-filter">
            {ui.filterHelp.map(([term, text]) => (
              <div key={term}>
                <dt>
                  <code dir="ltr">{term}</code>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

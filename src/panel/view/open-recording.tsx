import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../words/language.ts';
import type { Desk } from '../stores/desk.ts';
import { visibleText } from './visible-text.ts';

const open = (desk: Desk, file: File | null | undefined): void => {
  if (file) void desk.open(file.name, () => file.text());
};

/** Chooses a file to open. */
export function OpenButton({ desk }: { readonly desk: Desk }) {
  const input = useRef<HTMLInputElement>(null);
  const { handover } = words();
  return (
    <>
      <button
        type="button"
        class="button"
        data-testid="open-recording"
        title={handover.openTitle}
        onClick={() => input.current?.click()}
      >
        <svg class="button-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1.8 12.5v-9h4l1.5 1.8h5.4v1.9M1.8 12.5l2-5.3h10.6l-2 5.3z" />
        </svg>
        <span class="button-word">{handover.open}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.har,application/json"
        data-testid="recording-file"
        onChange={(event) => {
          open(desk, event.currentTarget.files?.[0]);
          event.currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes a file that is dropped anywhere on the panel. */
export function DropTarget({ desk }: { readonly desk: Desk }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      open(desk, event.dataTransfer?.files[0]);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [desk]);
  return over ? <p class="drop-here">{words().handover.dropHere}</p> : null;
}

/** Says plainly that what is shown was read from a file, and what that does not hold. */
export function OpenedBanner({ desk }: { readonly desk: Desk }) {
  const { handover } = words();
  const opened = desk.opened.value;
  const bad = desk.bad.value;
  return (
    <>
      {bad && (
        <div class="banner is-trouble" role="alert" data-testid="bad-file">
          <p>
            <b>
              {handover.badFile(
                visibleText(bad.name),
                bad.code === 'unreadable' ? handover.unreadableFile : handover.bad[bad.code],
              )}
            </b>{' '}
            {handover.nothingLost}{' '}
            <button type="button" class="link" onClick={desk.dismissBad}>
              {handover.dismiss}
            </button>
          </p>
          {bad.detail !== '' && <p class="banner-detail">{handover.badDetail(visibleText(bad.detail))}</p>}
        </div>
      )}
      {opened && (
        <div class="banner is-opened" role="status" data-testid="opened">
          <p>
            <b>{handover.opened(visibleText(opened.name))}</b>{' '}
            {opened.recording.writer !== '' && `${handover.openedBy(visibleText(opened.recording.writer))} `}
            <button type="button" class="link" data-testid="back-to-live" onClick={desk.backToLive}>
              {handover.backToLive}
            </button>
          </p>
          {opened.recording.lacks.length > 0 && (
            <details class="lacks">
              <summary>{handover.lacksTitle}</summary>
              <ul>
                {opened.recording.lacks.map(({ code, count }) => (
                  <li key={code}>
                    {handover.lacks[code]}
                    {count !== null && ` (${handover.lackCount(count)})`}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </>
  );
}

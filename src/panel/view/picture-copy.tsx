import { useState } from 'preact/hooks';
import { fixFor } from '../../advice/fix-for.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { layOut } from '../../picture/layout.ts';
import { COLOURS } from '../../picture/shapes.ts';
import { storyOf } from '../../picture/story.ts';
import { svgDocument } from '../../picture/svg.ts';
import { told } from '../../picture/telling.ts';
import { redactFinding } from '../../report/redact-finding.ts';
import { sentence } from '../../words/explain.ts';
import { pictureWords as words } from '../../words/picture.ts';
import { ui } from '../../words/ui.ts';
import { paperColours, pngOf } from '../png.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { CopyButton } from './copy-button.tsx';

/** Fits a page of paper, an issue and a chat, whatever the panel's width is now. */
const COPY_WIDTH_PX = 760;
const DONE_MS = 1500;

interface PictureCopyProps {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly secrets: boolean;
}

/** The picture as a document of its own, in the colours of paper; without secrets unless they are asked for. */
function documentOf({ panel, exchange, diagnosis, secrets }: PictureCopyProps): string {
  const whole = { exchange, diagnosis, fix: fixFor(exchange, diagnosis) };
  const finding = secrets ? whole : redactFinding(whole, panel.secretNames.value);
  const story = storyOf(finding.exchange, finding.diagnosis);
  const colours = paperColours(COLOURS);
  return svgDocument(layOut(story, COPY_WIDTH_PX), (colour) => colours.get(colour) ?? '#000', {
    title: sentence(finding.exchange, finding.diagnosis),
    description: told(story).join('\n'),
  });
}

export function PictureCopy(props: PictureCopyProps) {
  const { panel } = props;
  const [done, setDone] = useState(false);
  const copyImage = async () => {
    // Handed over as a promise: the browser wants to be asked while the click is still fresh.
    const image = (async () => pngOf(documentOf(props)))();
    if (!(await panel.clipboard.copyImage(image, words.pngName))) return;
    setDone(true);
    setTimeout(() => setDone(false), DONE_MS);
  };
  return (
    <fieldset class="group" aria-label={words.copyPicture}>
      <span class="group-label" aria-hidden="true">
        {ui.copyAs}
      </span>
      <CopyButton
        panel={panel}
        label={words.copySvg}
        what={words.svgName}
        title={words.copySvgTitle}
        testId="copy-svg"
        text={() => documentOf(props)}
      />
      <button
        type="button"
        class={`button copy ${done ? 'is-done' : ''}`}
        title={words.copyPngTitle}
        aria-label={words.copyPngTitle}
        data-testid="copy-png"
        onClick={copyImage}
      >
        <span class="copy-label">{words.copyPng}</span>
        <span class="copy-done" aria-hidden="true">
          ✓
        </span>
      </button>
    </fieldset>
  );
}

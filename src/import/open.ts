import { openHar } from './har.ts';
import type { Opened } from './imported.ts';
import { isReport, openReport } from './report-file.ts';
import { isFields, Malformed } from './shape.ts';

/** Reads a saved recording: a JSON report of CORS Lens, or a HAR that Chromium or Firefox exported. Never throws on a file. */
export function openRecording(text: string): Opened {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ok: false, code: 'not-json', detail: error instanceof Error ? error.message : '' };
  }
  try {
    if (isReport(value)) return openReport(value);
    if (isFields(value) && isFields(value.log) && Array.isArray(value.log.entries)) return openHar(value);
    return { ok: false, code: 'not-a-recording', detail: '' };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { ok: false, code: 'malformed', detail: error.message };
  }
}

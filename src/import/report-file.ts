import type { Exchange } from '../exchange/exchange.ts';
import type { Imported, Opened } from './imported.ts';
import { readExchange } from './recorded-exchange.ts';
import { fields, isFields, list, oneOf, orNull, text, textOr } from './shape.ts';

const VERSION = 1;

/**
 * The exchanges that a JSON report (format `cors-lens-report`) carries; they are judged anew when they are shown.
 * @throws Malformed with the place in the file
 */
export function openReport(value: unknown): Opened {
  const report = fields(value, '');
  if (report.version !== VERSION)
    return { ok: false, code: 'newer-report', detail: textOr(report.generator, String(report.version)) };
  const items = list(report.exchanges, 'exchanges').map((item, index) => fields(item, `exchanges[${index}]`));
  if (items.length > 0 && items.every(({ recorded }) => recorded === undefined))
    return { ok: false, code: 'report-without-recording', detail: textOr(report.generator, '') };
  const browser = fields(report.browser, 'browser');
  const exchanges = withOwnIds(items.map((item, index) => readExchange(item.recorded, `exchanges[${index}].recorded`)));
  const recording: Imported = {
    from: 'report',
    writer: textOr(report.generator, ''),
    browser: {
      name: oneOf(['chromium', 'firefox'], browser.name, 'browser.name'),
      version: textOr(browser.version, 'unknown'),
    },
    pageUrl: orNull(report.page, 'page', text),
    recordedAt: orNull(report.recordedAt, 'recordedAt', text),
    exchanges,
    navigations: [],
    lacks: report.redacted === false ? [] : [{ code: 'redacted', count: null }],
  };
  return { ok: true, recording };
}

/** Whether parsed JSON says that it is a report of CORS Lens, of whatever version. */
export const isReport = (value: unknown): boolean => isFields(value) && value.format === 'cors-lens-report';

/** Ids are what the panel knows calls by; a file may repeat them. */
function withOwnIds(exchanges: readonly Exchange[]): readonly Exchange[] {
  const seen = new Set<string>();
  return exchanges.map((exchange, index) => {
    const id = seen.has(exchange.id) ? `${exchange.id}#${index}` : exchange.id;
    seen.add(id);
    return id === exchange.id ? exchange : { ...exchange, id };
  });
}

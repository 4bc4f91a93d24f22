import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { connectCdp } from '../../../scripts/browsers/cdp.ts';

function browser() {
  const toBrowser = new PassThrough();
  const fromBrowser = new PassThrough();
  return { toBrowser, fromBrowser, cdp: connectCdp(toBrowser, fromBrowser) };
}

describe('a CDP connection over pipes', () => {
  it('ends each message by a NUL byte', () => {
    const { cdp, toBrowser } = browser();
    void cdp.send('Browser.getVersion');
    const sent = String(toBrowser.read());
    expect(sent.endsWith('\0')).toBe(true);
    expect(JSON.parse(sent.slice(0, -1))).toEqual({ id: 1, method: 'Browser.getVersion', params: {} });
  });

  it('puts together answers that come in pieces, in the middle of a character too', async () => {
    const { cdp, fromBrowser } = browser();
    const answer = cdp.send<{ text: string }>('Runtime.evaluate');
    const bytes = Buffer.from('{"id":1,"result":{"text":"ü"}}\0{"method":"x"}\0');
    const within = bytes.indexOf(0xbc);
    fromBrowser.write(bytes.subarray(0, within));
    fromBrowser.write(bytes.subarray(within));
    expect(await answer).toEqual({ text: 'ü' });
  });

  it('rejects what the browser refuses, naming the method', async () => {
    const { cdp, fromBrowser } = browser();
    const answer = cdp.send('Extensions.loadUnpacked');
    fromBrowser.write('{"id":1,"error":{"message":"Manifest is missing"}}\0');
    await expect(answer).rejects.toThrow('Extensions.loadUnpacked: Manifest is missing');
  });

  it('hands events with their session to the listeners', async () => {
    const { cdp, fromBrowser } = browser();
    const heard = new Promise((resolve) => cdp.on((...event) => resolve(event)));
    fromBrowser.write('{"method":"Network.loadingFailed","params":{"requestId":"7"},"sessionId":"s"}\0');
    expect(await heard).toEqual(['Network.loadingFailed', { requestId: '7' }, 's']);
  });

  it('rejects all when the browser is gone, and whatever is sent later', async () => {
    const { cdp, fromBrowser } = browser();
    const answer = cdp.send('Page.enable');
    fromBrowser.destroy();
    await expect(answer).rejects.toThrow('closed its connection');
    await expect(cdp.send('Page.enable')).rejects.toThrow('closed its connection');
  });
});

import { code, shown } from '../quote.ts';
import type { BecauseWords } from '../words.ts';

export const because: BecauseWords = {
  codes: {
    'sec-fetch-mode': 'the request header Sec-Fetch-Mode says so',
    'page-witness': 'it was seen in the page itself',
    'origin-header-cross-origin': 'the request carried an Origin header of another origin than the server’s',
    'method-and-headers': 'its method and its headers say so',
    'no-origin-header': 'the request carried no Origin header',
    'handed-over-unasked':
      'the browser handed over an answer without Access-Control-Allow-Origin, which it does only in no-cors mode',
    'resource-type': 'the kind of resource implies it',
    initiator: 'the browser named the page that made the call',
    'origin-header': 'the request’s Origin header says so',
    'preflight-was-sent': 'a preflight was sent',
    'cookie-sent': 'a Cookie header was sent to another origin',
    'storage-access-header': 'the request carried Sec-Fetch-Storage-Access, which only calls with credentials do',
    'no-storage-access-header':
      'the request lacked Sec-Fetch-Storage-Access, which cross-site calls with credentials carry',
    'wildcard-accepted': 'the browser accepted Access-Control-Allow-Origin: *, which it does only without credentials',
    'wildcard-refused': 'the browser refused Access-Control-Allow-Origin: *, which it does only with credentials',
    'credentials-refused':
      'the browser refused the answer although its origin matched and it lacked only Access-Control-Allow-Credentials',
    'accepted-without-allow-credentials':
      'the browser accepted an answer without Access-Control-Allow-Credentials: true',
    'beacon-includes': 'beacons always include credentials',
    'resource-timing': 'the page’s Resource Timing shows how the call ended',
  },
  rules: {
    'name-not-safelisted': 'is not one of the few headers that may be sent without asking',
    'value-too-long': 'has a value of more than 128 bytes',
    'total-too-long': 'makes the headers that need no preflight longer than 1024 bytes together',
    'unsafe-byte': 'has a character in its value that may not be sent without asking',
    'content-type-not-safelisted':
      'has a value other than application/x-www-form-urlencoded, multipart/form-data and text/plain',
    'range-not-simple': 'is not a simple range such as bytes=0-99',
  },
  reason(reason, rule) {
    switch (reason.code) {
      case 'method':
        return `The method is ${shown(reason.method)}; only GET, HEAD and POST go without a preflight.`;
      case 'header':
        return `The request header ${code(reason.name)} ${rule}.`;
      case 'upload-listener':
        return 'The script listens to the progress of the upload (XMLHttpRequest.upload).';
      case 'upload-stream':
        return 'The script sends a stream as body (fetch with a ReadableStream).';
      case 'upload':
        return 'The script listens to the progress of the upload (XMLHttpRequest.upload), or sends a stream as body (fetch with a ReadableStream).';
      case 'unknown':
        return 'The reason could not be seen.';
    }
  },
};

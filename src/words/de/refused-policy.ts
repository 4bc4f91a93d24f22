import type { RefusedPolicyWords } from '../words.ts';

export const refusedPolicy: RefusedPolicyWords = {
  server: (value) => `Der Server ist kein Origin: ${value}`,
  'no-origin': () => 'Kein Origin soll erlaubt werden.',
  origin: (value) => `Das ist kein Origin, der sich erlauben lässt: ${value}`,
  'credentials-for-all': () => 'Credentials lassen sich nicht für jeden Origin erlauben.',
  method: (value) => `Diese Methode lässt sich nicht schreiben: ${value}`,
  'header-name': (value) => `Dieser Header-Name lässt sich nicht schreiben: ${value}`,
  'max-age': (value) => `Das ist keine Zahl von Sekunden: ${value}`,
  'bucket-credentials': () => 'Ein Bucket hat keine Einstellung, die Credentials erlaubt.',
  'bucket-method': (value) => `Ein Bucket kann GET, HEAD, PUT, POST und DELETE erlauben, nicht ${value}`,
  'bucket-pattern': (value) => `Ein Bucket würde das als Muster lesen: ${value}`,
};

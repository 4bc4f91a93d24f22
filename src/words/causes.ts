import type { Diagnosis, Fault } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { words } from './language.ts';
import { tell } from './told.ts';

/** One fault told in full: who sent what, which rule failed, what the browser did, whose turn it is. */
export const faultWords = (fault: Fault, diagnosis: Diagnosis, exchange: Exchange | null): string =>
  words().causes[fault.code](tell(fault, diagnosis, exchange));

/** The same without the server's address and the method, for a list below the exchange. */
export const faultText = (fault: Fault, diagnosis: Diagnosis): string => faultWords(fault, diagnosis, null);

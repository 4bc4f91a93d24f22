import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { UnsafePolicyError } from '../unsafe-policy-error.ts';
import { storageMethods } from './s3.ts';
import { orDefaultAge, text } from './writing.ts';

/** Google Cloud Storage, also Firebase's. https://cloud.google.com/storage/docs/using-cors */
export const googleStorage: Recipe = {
  id: 'google-storage',
  title: 'Google Cloud / Firebase Storage',
  group: 'cloud',
  proof: 'not-run-service',
  language: 'json',
  file: 'cors.json',
  reload: 'gcloud storage buckets update gs://BUCKET --cors-file=cors.json',
  render(policy) {
    const safe = safePolicy(policy);
    if (safe.credentials) throw new UnsafePolicyError('bucket-credentials');
    // One list for both directions.
    const responseHeader = [...new Set([...safe.requestHeaders, ...safe.exposedHeaders])];
    return text([
      JSON.stringify(
        [
          {
            origin: safe.origins,
            method: storageMethods(safe.methods),
            responseHeader,
            maxAgeSeconds: orDefaultAge(safe.maxAge),
          },
        ],
        null,
        2,
      ),
    ]);
  },
};

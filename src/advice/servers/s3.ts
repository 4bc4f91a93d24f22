import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { UnsafePolicyError } from '../unsafe-policy-error.ts';
import { xml } from './tomcat.ts';
import { indented, orDefaultAge, text } from './writing.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html#cors-allowed-methods
const METHODS: readonly string[] = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

/** Methods for a storage bucket. @throws UnsafePolicyError for one that storage does not know */
export function storageMethods(methods: readonly string[]): readonly string[] {
  const other = methods.find((method) => !METHODS.includes(method));
  if (other !== undefined) throw new UnsafePolicyError('bucket-method', other);
  return [...new Set(['GET', 'HEAD', ...methods])];
}

/** `*` in a name would stand for any characters. @throws UnsafePolicyError for such a name */
function names(headers: readonly string[]): readonly string[] {
  const pattern = headers.find((name) => name.includes('*'));
  if (pattern !== undefined) throw new UnsafePolicyError('bucket-pattern', pattern);
  return headers;
}

const elements = (name: string, values: readonly string[]): readonly string[] =>
  values.map((value) => `<${name}>${xml(value)}</${name}>`);

const rule = (policy: Policy): readonly string[] => [
  ...elements('AllowedOrigin', policy.origins),
  ...elements('AllowedMethod', storageMethods(policy.methods)),
  ...elements('AllowedHeader', names(policy.requestHeaders)),
  ...elements('ExposeHeader', policy.exposedHeaders),
  ...elements('MaxAgeSeconds', [String(orDefaultAge(policy.maxAge))]),
];

/** The XML of S3's own API, understood by MinIO, Ceph, R2 … https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html */
export const s3Compatible: Recipe = {
  id: 's3-compatible',
  title: 'S3-compatible storage (XML)',
  group: 'cloud',
  proof: 'run',
  language: 'xml',
  file: 'cors.xml',
  reload: 's3cmd setcors cors.xml s3://BUCKET',
  render(policy) {
    return text([
      '<CORSConfiguration>',
      '  <CORSRule>',
      ...indented(rule(safePolicy(policy)), '    '),
      '  </CORSRule>',
      '</CORSConfiguration>',
    ]);
  },
};

/** The JSON of Amazon's command line and console. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html */
export const amazonS3: Recipe = {
  id: 'amazon-s3',
  title: 'Amazon S3',
  group: 'cloud',
  proof: 'not-run-service',
  language: 'json',
  file: 'cors.json',
  reload: 'aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.json',
  render(policy) {
    const safe = safePolicy(policy);
    const CORSRules = [
      {
        AllowedOrigins: safe.origins,
        AllowedMethods: storageMethods(safe.methods),
        AllowedHeaders: names(safe.requestHeaders),
        ExposeHeaders: safe.exposedHeaders,
        MaxAgeSeconds: orDefaultAge(safe.maxAge),
      },
    ];
    return text([JSON.stringify({ CORSRules }, null, 2)]);
  },
};

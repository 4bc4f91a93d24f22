import type { Policy } from '../../../src/advice/fix.ts';

export const policyWith = (parts: Partial<Policy> = {}): Policy => ({
  server: 'http://localhost:8081',
  origins: ['http://localhost:8080', 'https://app.example.test'],
  methods: ['PUT', 'DELETE'],
  requestHeaders: ['content-type', 'x-a'],
  exposedHeaders: ['ETag'],
  credentials: true,
  maxAge: 600,
  ...parts,
});

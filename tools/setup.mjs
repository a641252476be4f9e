#!/usr/bin/env node
// `node tools/setup.mjs`: installs and builds what is missing or out of date, and nothing else.
import { refuseOldNode } from './setup/node-version.mjs';

refuseOldNode();
import('./setup/main.mjs').then(({ main }) => main());

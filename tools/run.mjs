#!/usr/bin/env node
// The one entry behind package.json's scripts: sets the clone up, then runs the named command.
// Node's version is checked before anything else is parsed, so an old Node says a sentence and not a SyntaxError.
import { refuseOldNode } from './setup/node-version.mjs';

refuseOldNode();
import('./run/main.mjs').then(({ main }) => main(process.argv.slice(2)));

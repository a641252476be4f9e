// Every package's `prepack`: npm packs a LICENSE only from the package's own folder, and there is one, at the top.
import { copyFileSync } from 'node:fs';

copyFileSync(new URL('../../LICENSE', import.meta.url), 'LICENSE');

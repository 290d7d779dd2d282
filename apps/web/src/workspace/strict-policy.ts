import { z } from 'zod';

/* zod writes code at run time where it may; our content security policy forbids it. Must run before the first schema is made. */
z.config({ jitless: true });

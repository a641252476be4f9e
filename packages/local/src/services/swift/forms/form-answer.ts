import type { Answer } from '../../../wire/answer.js';
import { defined } from '../wire/answers.js';
import { statusLine } from '../wire/statuses.js';

/** What came of a form: said where the form says that the browser is to go on, or at once. */
export function formAnswer(status: number, redirect: string, message = ''): Answer {
  if (redirect === '') {
    const titled = message.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
    const body = Buffer.from(message === '' ? statusLine(status) : `${statusLine(status)}\r\nFormPost: ${titled}`);
    return { status, headers: { 'content-type': 'text/plain' }, body };
  }
  const mark = redirect.includes('?') ? '&' : '?';
  const location = `${redirect}${mark}status=${status}&message=${encodeURIComponent(message)}`;
  const link = `<html><body><p><a href="${location}">Click to continue...</a></p></body></html>`;
  return { status: 303, headers: defined({ location }), body: Buffer.from(link) };
}

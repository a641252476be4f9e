export type { SignedPost, SignedPostOptions } from './signed-post.js';
export type { SignedMethod, SignedRequest, SignedUrlOptions } from './signed-url.js';

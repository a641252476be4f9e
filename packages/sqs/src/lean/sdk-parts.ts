/** A request as the SDK's clients hand it to their request handler. */
export interface HttpRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly method: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An answer as the request handler gives it. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What a client's `send` was given beside the command. */
export interface SendOptions {
  readonly abortSignal?: AbortSignal;
}

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** The part of a client's resolved configuration that is used here. */
export interface ClientConfig {
  readonly requestHandler: {
    handle(request: object, options: SendOptions): Promise<{ readonly response: HttpResponse }>;
  };
  readonly protocol?: { getShapeId?(): string };
  readonly useQueueUrlAsEndpoint?: boolean;
  readonly systemClockOffset?: number;
  /** `false` where bodies are not to be checked. */
  readonly md5?: unknown;
  credentials(): Promise<Keys>;
  disableClockSkewCorrection?(): Promise<boolean>;
  retryStrategy(): Promise<object>;
  signer(scheme?: object): Promise<object>;
}

/** What is done for a command, one within the other. */
export interface Stack {
  identify(): readonly string[];
  concat(from: Stack): Stack;
  add(middleware: Middleware, options: object): void;
  addRelativeTo(middleware: Middleware, options: object): void;
}

type Next = (args: { readonly request?: HttpRequest }) => Promise<{ readonly response: HttpResponse }>;
export type Middleware = (next: Next, context: Context) => Next;

/** What a command's middleware shares. */
export interface Context {
  readonly __smithy_context?: {
    readonly selectedHttpAuthScheme?: {
      readonly httpAuthOption?: {
        readonly schemeId?: string;
        readonly signingProperties?: { readonly name?: string; readonly region?: string };
      };
    };
  };
}

/** A command of the SDK's. */
export interface SdkCommand {
  readonly middlewareStack: Stack;
  readonly schema?: unknown;
  resolveMiddleware(stack: Stack, config: ClientConfig, options?: SendOptions): Handler;
}

export type Handler = (command: unknown) => Promise<{ readonly output: object }>;

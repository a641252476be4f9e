/** Seconds that a service may take before the first byte of an answer, as its documentation said in 2026-11. A function where the input decides. */
type Wait = number | ((input: Readonly<Record<string, unknown>>) => number);

/**
 * Operations that are silent for longer than others by design: polls that wait for something to happen, and work that is done while
 * the caller waits. By the SDK's id of the service, and the operation. What has no documented limit is not here: a `timeout` of more
 * than a minute says how long it may take.
 */
const waits: ReadonlyMap<string, Wait> = new Map<string, Wait>([
  // Without WaitTimeSeconds the queue's own attribute decides: up to 20.
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
  ['SQS ReceiveMessage', ({ WaitTimeSeconds: seconds }) => (typeof seconds === 'number' ? seconds : 20)],
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html
  ['SFN GetActivityTask', 60],
  // Express workflows: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
  ['SFN StartSyncExecution', 300],
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
  ['SFN TestState', 300],
  // https://docs.aws.amazon.com/amazonswf/latest/apireference/API_PollForActivityTask.html
  ['SWF PollForActivityTask', 60],
  // https://docs.aws.amazon.com/amazonswf/latest/apireference/API_PollForDecisionTask.html
  ['SWF PollForDecisionTask', 60],
  // A function's longest time: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  ['Lambda Invoke', 900],
  ['Lambda InvokeWithResponseStream', 900],
  // https://docs.aws.amazon.com/nova/latest/nova2-userguide/important-timeout-configuration.html
  ['Bedrock Runtime InvokeModel', 3_600],
  ['Bedrock Runtime InvokeModelWithResponseStream', 3_600],
  ['Bedrock Runtime Converse', 3_600],
  ['Bedrock Runtime ConverseStream', 3_600],
  // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
  ['SageMaker Runtime InvokeEndpoint', 60],
  ['SageMaker Runtime InvokeEndpointWithResponseStream', 60],
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api-timeouts.html
  ['RDS Data ExecuteStatement', 45],
  ['RDS Data BatchExecuteStatement', 45],
  // https://docs.aws.amazon.com/timestream/latest/developerguide/API_query_Query.html
  ['Timestream Query Query', 60],
  // The longest that an integration's own limit can be raised to:
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
  ['API Gateway TestInvokeMethod', 300],
  // They send spaces while they work, but nothing says how often. The AWS CLI waits for 60 seconds between two bytes:
  // https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
  ['S3 CompleteMultipartUpload', 60],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
  ['S3 CopyObject', 60],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
  ['S3 UploadPartCopy', 60],
]);

/** The milliseconds that the service may wait before it answers this. */
export function serviceWait(serviceId: string, operation: string, input: unknown): number {
  const wait = waits.get(`${serviceId} ${operation}`) ?? 0;
  const seconds = typeof wait === 'function' ? wait((input ?? {}) as Readonly<Record<string, unknown>>) : wait;
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0;
}

/** The regions of the benchmarks of queues, and the ms that a request takes there and back where they are not next door. */
export const latencies = {
  'us-east-1': 20,
  'us-west-2': 45,
  'ca-central-1': 70,
  'eu-west-1': 95,
  'eu-central-1': 120,
  'sa-east-1': 145,
  'ap-northeast-1': 170,
  'ap-southeast-2': 200,
};

export const regions = Object.keys(latencies);

/** The name of the queue that is drained. */
export const queueName = 'drained';

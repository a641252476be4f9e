import { expect, test } from 'vitest';
import { kebabCase } from './kebab-case.js';
import { clientOf, packageOf, serviceNameOf } from './service-names.js';

test.each([
  ['DescribeVolumes', 'describe-volumes'],
  ['DescribeDBInstances', 'describe-db-instances'],
  ['CACertificateIdentifier', 'ca-certificate-identifier'],
  ['ListWebACLs', 'list-web-acls'],
  ['GatewayARNs', 'gateway-arns'],
  ['EbsOptimized', 'ebs-optimized'],
  ['Ipv6CidrBlock', 'ipv6-cidr-block'],
  ['s3Key', 's3-key'],
  ['MaxResults', 'max-results'],
  ['CreateStorediSCSIVolume', 'create-stored-iscsi-volume'],
  ['GetOTelEnrichment', 'get-otel-enrichment'],
])('%s is %s', (name, expected) => {
  expect(kebabCase(name)).toBe(expected);
});

test.each([
  ['ec2', 'ec2', 'ec2'],
  ['elbv2', 'elastic-load-balancing-v2', 'elbv2'],
  ['elastic-load-balancing-v2', 'elastic-load-balancing-v2', 'elbv2'],
  ['@aws-sdk/client-cloudwatch-logs', 'cloudwatch-logs', 'logs'],
  ['client-sfn', 'sfn', 'stepfunctions'],
  ['s3api', 's3', 's3api'],
  ['constructor', 'constructor', 'constructor'],
])('%s is the service of client-%s, called %s', (given, client, name) => {
  expect(clientOf(given)).toBe(client);
  expect(serviceNameOf(client)).toBe(name);
  expect(packageOf(client)).toBe(`@aws-sdk/client-${client}`);
});

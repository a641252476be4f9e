import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as lambda from '@aws-sdk/client-lambda';
import * as s3 from '@aws-sdk/client-s3';
import { afterAll, expect, test } from 'vitest';
import { operationIn } from '../testing/operation.js';
import { argumentsOf } from './argument.js';
import { readArgument } from './read-argument.js';

const modules: Readonly<Record<string, object>> = { dynamodb, ec2, lambda, s3, iam };

const folder = mkdtempSync(join(tmpdir(), 'serviceset-cli-'));
writeFileSync(join(folder, 'filters.json'), '[{"Name":"size","Values":["8"]}]');
writeFileSync(join(folder, 'note.txt'), 'hello');
afterAll(() => rmSync(folder, { recursive: true }));

function read(what: string, ...texts: string[]): unknown {
  const [client = '', operation = '', name = ''] = what.split(' ');
  const args = argumentsOf(operationIn(client, modules[client] ?? {}, operation));
  const argument = args.find((one) => one.name === name);
  if (argument === undefined) throw new Error(`no ${name} among ${args.map((one) => one.name).join()}`);
  return readArgument(argument, texts, folder);
}

const filters = 'ec2 describe-volumes filters';
const tags = 'ec2 create-volume tag-specifications';
const mapping = 'ec2 run-instances block-device-mappings';

test.each([
  ['ec2 describe-volumes volume-ids', ['vol-1', 'vol-2'], ['vol-1', 'vol-2']],
  ['ec2 describe-volumes volume-ids', ['["vol-1"]'], ['vol-1']],
  [filters, ['Name=size,Values=8'], [{ Name: 'size', Values: ['8'] }]],
  [
    filters,
    ['Name=a,Values=b,c', 'Name=d,Values=e'],
    [
      { Name: 'a', Values: ['b', 'c'] },
      { Name: 'd', Values: ['e'] },
    ],
  ],
  [filters, ['[{"Name":"a","Values":["b"]}]'], [{ Name: 'a', Values: ['b'] }]],
  [filters, ['{"Name":"a"}', '{"Name":"b"}'], [{ Name: 'a' }, { Name: 'b' }]],
  [filters, ['file://filters.json'], [{ Name: 'size', Values: ['8'] }]],
  [
    tags,
    ['ResourceType=volume,Tags=[{Key=a,Value=b}]'],
    [{ ResourceType: 'volume', Tags: [{ Key: 'a', Value: 'b' }] }],
  ],
  [
    mapping,
    ['DeviceName=/dev/sda,Ebs={VolumeSize=8,Encrypted=true}'],
    [{ DeviceName: '/dev/sda', Ebs: { VolumeSize: 8, Encrypted: true } }],
  ],
  ['ec2 create-volume size', ['8'], 8],
  ['ec2 create-volume size', ['-1'], -1],
  ['ec2 describe-spot-price-history start-time', ['2026-11-25T10:00:00Z'], new Date('2026-11-25T10:00:00Z')],
  ['ec2 describe-spot-price-history start-time', ['1700000000.5'], new Date(1_700_000_000_500)],
  ['ec2 describe-spot-price-history start-time', ['2026-11-25'], new Date(2026, 10, 25)],
  ['lambda invoke payload', ['aGVsbG8='], Buffer.from('hello')],
  ['lambda invoke payload', ['fileb://note.txt'], Buffer.from('hello')],
  ['lambda update-function-code zip-file', ['fileb://note.txt'], Buffer.from('hello')],
  ['s3 put-object body', ['note.txt'], Buffer.from('hello')],
  ['iam create-role assume-role-policy-document', ['file://note.txt'], 'hello'],
  ['dynamodb get-item key', ['{"id":{"S":"a"}}'], { id: { S: 'a' } }],
  ['dynamodb get-item key', ['id={N=1}'], { id: { N: '1' } }],
])('%s %j', (what, texts, expected) => {
  expect(read(what, ...texts)).toEqual(expected);
});

test.each([
  [filters, ['Nme=a'], "--filters[0]: there is no member 'Nme'; did you mean Name?"],
  [filters, ['[{"Name":"a","Values":"b"}]'], '--filters[0].Values: give a list'],
  [filters, ['[{'], '--filters: this is not JSON'],
  [filters, ['file://none.json'], 'none.json cannot be read: ENOENT'],
  [filters, ['Name'], "--filters[0]: expected '='"],
  ['ec2 create-volume size', ['big'], "--size: 'big' is not a number"],
  ['ec2 create-volume size', [''], "--size: '' is not a number"],
  ['ec2 describe-spot-price-history start-time', ['soon'], "--start-time: 'soon' is not a time"],
  ['lambda invoke payload', ['{"a":1}'], 'is not bytes as base64'],
  ['dynamodb get-item key', ['{"id":{"S":"a","N":"1"}}'], '--key.id: give one of S, N'],
  ['dynamodb put-item item', ['{"id":{"S":1}}'], '--item.id.S: 1 is not a string'],
  [mapping, ['Ebs={VolumeSize=big}'], "--block-device-mappings[0].Ebs.VolumeSize: 'big' is not a number"],
])('%s %j is refused: %s', (what, texts, why) => {
  expect(() => read(what, ...texts)).toThrow(why);
});

import { LocalCloudPortError } from '../addresses/port-error.js';
import { RegionPorts } from '../addresses/region-ports.js';
import { FaultBook } from '../faults/fault-book.js';
import type { CloudState } from '../gateway/cloud-state.js';
import { Gateway } from '../gateway/gateway.js';
import { type Listener, listen, type RequestHandler } from '../http/listener.js';
import { readAccounts } from '../options/check-accounts.js';
import { checkFaults } from '../options/check-faults.js';
import {
  checkMs,
  checkOptions,
  readClock,
  readConsistency,
  readFolder,
  readLatency,
  readPort,
  readThrottle,
  readWrongRegion,
} from '../options/check-options.js';
import { readRegions } from '../options/check-regions.js';
import { readSeed } from '../options/check-seed.js';
import { readSwiftRegions, readTokenTime } from '../options/check-swift.js';
import type { LocalCloudOptions } from '../options/options.js';
import { RequestLog } from '../requests/request-log.js';
import { accountService } from '../services/account/account-service.js';
import { Ec2Service } from '../services/ec2/ec2-service.js';
import { estates } from '../services/ec2/seed/estates.js';
import { ServiceRegistry } from '../services/registry.js';
import { S3Service } from '../services/s3/s3-service.js';
import { SimpleDbService } from '../services/simpledb/simpledb-service.js';
import { SqsService } from '../services/sqs/sqs-service.js';
import { stsService } from '../services/sts/sts-service.js';
import { SwiftService } from '../services/swift/swift-service.js';
import { Throttle } from '../throttling/throttle.js';
import type { LocalCloud } from './local-cloud.js';
import { RunningCloud } from './running-cloud.js';

/**
 * Starts a cloud on 127.0.0.1: EC2, SimpleDB, SQS, S3, STS and Account Management in the regions that have them, and Swift in
 * regions of its own, each with its own state. It never reaches AWS, and lets in nobody but its own accounts.
 *
 * @returns the running cloud; close it when done
 * @throws LocalCloudOptionsError for options that cannot be; LocalCloudPortError when the port is taken
 * @example
 * ```ts
 * const cloud = await startLocalCloud({ latency: 'measured', faults: { 'me-south-1': { kind: 'silent' } } });
 * const ec2 = new EC2({ region: 'eu-west-1', endpoint: cloud.url, credentials: cloud.credentials });
 * console.log((await ec2.describeVolumes({})).Volumes);
 * await cloud.close();
 * ```
 */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const { port: wanted, faults = {} } = checkOptions(options);
  const port = readPort(wanted);
  const state = makeState(options);
  const gateway = new Gateway(state);
  const handle: RequestHandler = (message, response, at) => void gateway.handle(message, response, at);
  const ports = new RegionPorts(handle);
  const cloud = new RunningCloud({ state, gateway, listener: await listenAt(port, handle), ports });
  try {
    await cloud.setFaults(faults);
  } catch (error) {
    await cloud.close();
    throw error;
  }
  return cloud;
}

async function listenAt(port: number, handle: RequestHandler): Promise<Listener> {
  try {
    return await listen(handle, port);
  } catch (error) {
    throw new LocalCloudPortError(port, error);
  }
}

function makeState(options: LocalCloudOptions): CloudState {
  const { faults = {}, snapshotTime = 0, imageTime = 0 } = options;
  const clock = readClock(options.clock);
  const regions = readRegions(options.regions);
  const accounts = readAccounts(options.accounts);
  const ec2 = new Ec2Service({
    estateOf: estates(
      readSeed(options.seed, [...regions.keys()]),
      accounts.map(({ id }) => id),
    ),
    snapshotTime: checkMs('snapshotTime', snapshotTime),
    imageTime: checkMs('imageTime', imageTime),
    clock,
  });
  const simpleDb = new SimpleDbService({
    delay: readConsistency(options),
    exportTime: checkMs('exportTime', options.exportTime ?? 0),
    exportFolder: readFolder('exportFolder', options.exportFolder),
    clock,
  });
  const swift = new SwiftService({
    regions: readSwiftRegions(options.swiftRegions),
    tokenTime: readTokenTime(options.swiftTokenTime),
    listingTime: checkMs('swiftListingTime', options.swiftListingTime ?? 0),
    accounts,
    clock,
  });
  const s3 = new S3Service({
    folder: readFolder('s3Folder', options.s3Folder),
    restoreTime: checkMs('restoreTime', options.restoreTime ?? 0),
    wrongRegion: readWrongRegion(options.s3WrongRegion),
    accounts,
    home: [...regions.keys()][0] ?? 'us-east-1',
    clock,
  });
  const services = new ServiceRegistry(ec2, stsService, accountService, simpleDb, new SqsService(clock), swift, s3);
  const places = new Map([...regions, ...services.ownRegions.map((region) => [region.name, region] as const)]);
  checkFaults(faults, places);
  return {
    accounts,
    regions,
    places,
    services,
    latency: readLatency(options.latency, regions.keys()),
    throttle: readThrottle(options.throttle) ? new Throttle() : undefined,
    log: new RequestLog(),
    faults: new FaultBook({}),
  };
}

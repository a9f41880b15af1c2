import { parentPort, workerData } from 'node:worker_threads';
import { scanFile, type ScanRequest } from './scan-file.ts';

parentPort?.postMessage(scanFile(workerData as ScanRequest));

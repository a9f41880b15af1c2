import type { Limits } from './limits.ts';

/** What the scanner must know of a text. */
export interface ScanRules {
  /** Byte. */
  delimiter: number;
  /** Records end at CR alone; otherwise at LF, with or without a CR before it. */
  isCr: boolean;
  skipLines: number;
  /** Cells of a well-formed record. */
  width: number;
  limits: Pick<Limits, 'fieldBytes' | 'recordBytes' | 'misshapenRows'>;
}

/** A record of another shape than the header; it is rejected whole. */
export interface Misshapen {
  /** 0-based among the data records. */
  record: number;
  /** 1-based physical line where it begins. */
  line: number;
  width: number;
  fault: 'width' | 'cut' | 'zero byte' | 'encoding';
}

/** Where reading may start anew. */
export interface Checkpoint {
  record: number;
  offset: number;
  line: number;
}

export type RecordListener = (record: number, start: number, end: number, line: number) => void;

const LF = 10;
const CR = 13;
const QUOTE = 34;
const START = 0;
const BARE = 1;
const QUOTED = 2;
const SEEN = 3;
const SPACED = 4;
const RETURN = 5;
const MARK1 = 6;
const MARK2 = 7;
const checkpointRecords = 1024;
const checkpointBytes = 1 << 20;

/**
 * Counts the physical records of a CSV text (RFC 4180) byte by byte, independently of the engine: the number that must come out
 * of every other reading. A quote opens a cell only at its beginning; a closing quote that no separator or line end follows is
 * taken as text and counted as irregular. Blank lines are no records.
 */
export class Scanner {
  records = 0;
  blankLines = 0;
  lines: { lf: number; crlf: number; cr: number } = { lf: 0, crlf: 0, cr: 0 };
  /** Quotes where RFC 4180 has none. */
  irregularQuotes = 0;
  firstIrregularLine = 0;
  /** Carriage returns outside quotes that end no record. */
  looseReturns = 0;
  /** Byte order marks at the beginning of records. */
  strayMarks = 0;
  widestRecord = 0;
  headerEnd = 0;
  endsOpen = false;
  /** Offset at which the record under way begins. */
  recordStart: number;
  readonly misshapen: Misshapen[] = [];
  misshapenCount = 0;
  readonly checkpoints: Checkpoint[] = [];
  /** Set when a cell or record grows beyond the limit; nothing after it is read. */
  oversize: { line: number; cell: number; bytes: number; isRecord: boolean } | undefined;
  /** Offsets of bytes that are no UTF-8, ascending; told by whoever reads the file. */
  readonly invalid: number[] = [];

  private readonly rules: ScanRules;
  private readonly listener: RecordListener | undefined;
  private readonly outside = new Uint8Array(256);
  private readonly inside = new Uint8Array(256);
  private state = START;
  private base: number;
  private line: number;
  private cells = 1;
  private recordLine: number;
  private cellStart: number;
  private hasZero = false;
  private hasQuote = false;
  private skip: number;
  private isHeader: boolean;
  private nextInvalid = 0;

  constructor(rules: ScanRules, listener?: RecordListener, from?: Checkpoint) {
    this.rules = rules;
    this.listener = listener;
    this.base = from?.offset ?? 0;
    this.line = from?.line ?? 1;
    this.records = from?.record ?? 0;
    this.isHeader = from === undefined;
    this.skip = from ? 0 : rules.skipLines;
    this.recordStart = this.cellStart = this.base;
    this.recordLine = this.line;
    for (const byte of [0, LF, CR, QUOTE, rules.delimiter]) this.outside[byte] = 1;
    for (const byte of [0, QUOTE, rules.isCr ? CR : LF]) this.inside[byte] = 1;
  }

  /**
   * Takes the bytes `from` to `to` of the buffer. The byte at `to` must exist: a sentinel is written there while scanning.
   * @returns false when a limit is passed and reading should stop
   */
  push(buffer: Uint8Array, from: number, to: number): boolean {
    const { delimiter, isCr } = this.rules;
    const { outside, inside } = this;
    const shift = this.base - from;
    const kept = buffer[to]!;
    buffer[to] = QUOTE;
    let state = this.state;
    let at = from;
    for (;;) {
      let byte = 0;
      if (state === QUOTED) {
        while (inside[(byte = buffer[at]!)] === 0) at++;
        if (at >= to) break;
        at++;
        if (byte === QUOTE) state = SEEN;
        else if (byte === 0) this.hasZero = true;
        else this.line++;
        continue;
      }
      if (at >= to) break;
      if (state !== BARE) {
        byte = buffer[at]!;
        if (state === START) {
          if (byte === QUOTE) {
            at++;
            state = QUOTED;
            this.hasQuote = true;
            continue;
          }
          if (byte === 0xef && this.cells === 1) {
            at++;
            state = MARK1;
            continue;
          }
          state = BARE;
        } else {
          const next = this.step(state, byte, shift + at);
          at += next & 1;
          state = next >> 1;
          continue;
        }
      }
      while (outside[(byte = buffer[at]!)] === 0) at++;
      if (at >= to) break;
      at++;
      if (byte === delimiter) {
        this.cells++;
        this.cellStart = shift + at;
        state = START;
      } else if (byte === LF && !isCr) {
        this.lines.lf++;
        this.endRecord(shift + at - 1, shift + at);
        state = START;
      } else if (byte === CR) {
        if (isCr) {
          this.lines.cr++;
          this.endRecord(shift + at - 1, shift + at);
          state = START;
        } else state = RETURN;
      } else if (byte === QUOTE) this.countIrregular();
      else if (byte === 0) this.hasZero = true;
    }
    buffer[to] = kept;
    this.state = state;
    this.base = shift + to;
    return this.isWithinLimits();
  }

  /** One byte in a rare state. Answers the next state, doubled, plus one when the byte is used up. */
  private step(state: number, byte: number, offset: number): number {
    const { delimiter, isCr } = this.rules;
    const ends = byte === delimiter || byte === CR || (byte === LF && !isCr);
    if (state === RETURN) {
      if (byte === LF) {
        this.lines.crlf++;
        this.endRecord(offset - 1, offset + 1);
        return START * 2 + 1;
      }
      this.looseReturns++;
      return BARE * 2;
    }
    if (state === MARK1) return byte === 0xbb ? MARK2 * 2 + 1 : BARE * 2;
    if (state === MARK2) {
      if (byte !== 0xbf) return BARE * 2;
      if (offset > 2) this.strayMarks++;
      this.recordStart = this.cellStart = offset + 1;
      return START * 2 + 1;
    }
    if (state === SEEN && byte === QUOTE) return QUOTED * 2 + 1;
    if (ends) {
      if (state === SPACED) this.countIrregular();
      return BARE * 2;
    }
    if (byte === 32 || byte === 9) return SPACED * 2 + 1;
    this.countIrregular();
    return QUOTED * 2;
  }

  private countIrregular(): void {
    if (this.irregularQuotes++ === 0) this.firstIrregularLine = this.recordLine;
  }

  private endRecord(end: number, next: number): void {
    const size = end - this.recordStart;
    this.line++;
    if (this.skip > 0) this.skip--;
    else if (this.isHeader) {
      this.isHeader = false;
      this.headerEnd = next;
    } else if (size === 0 || (size === 2 && this.hasQuote && this.cells === 1)) this.blankLines++;
    else this.take(end, size, undefined);
    this.recordStart = this.cellStart = next;
    this.recordLine = this.line;
    this.cells = 1;
    this.hasQuote = this.hasZero = false;
  }

  private take(end: number, size: number, fault: Misshapen['fault'] | undefined): void {
    const last = this.checkpoints.at(-1);
    if (!last || this.records - last.record >= checkpointRecords || this.recordStart - last.offset >= checkpointBytes) {
      this.checkpoints.push({ record: this.records, offset: this.recordStart, line: this.recordLine });
    }
    if (size > this.widestRecord) this.widestRecord = size;
    const found = fault ?? this.faultOf(end);
    if (found && ++this.misshapenCount <= this.rules.limits.misshapenRows) {
      this.misshapen.push({ record: this.records, line: this.recordLine, width: this.cells, fault: found });
    }
    this.listener?.(this.records, this.recordStart, end, this.recordLine);
    this.records++;
  }

  private faultOf(end: number): Misshapen['fault'] | undefined {
    const isInvalid = this.nextInvalid < this.invalid.length && this.invalid[this.nextInvalid]! < end;
    while (this.nextInvalid < this.invalid.length && this.invalid[this.nextInvalid]! < end) this.nextInvalid++;
    if (this.cells !== this.rules.width) return 'width';
    if (this.hasZero) return 'zero byte';
    return isInvalid ? 'encoding' : undefined;
  }

  private isWithinLimits(): boolean {
    const { fieldBytes, recordBytes } = this.rules.limits;
    const cell = this.base - this.cellStart;
    const record = this.base - this.recordStart;
    if (cell <= fieldBytes && record <= recordBytes) return true;
    const isRecord = cell <= fieldBytes;
    this.oversize = { line: this.recordLine, cell: this.cells, bytes: isRecord ? record : cell, isRecord };
    return false;
  }

  /** Ends the text: a last record without line end counts; one inside a quote is cut. */
  finish(): void {
    if (this.state === MARK1 || this.state === MARK2) this.state = BARE;
    const size = this.base - this.recordStart;
    if (size === 0) return;
    this.endsOpen = true;
    if (this.state === RETURN) {
      this.lines.cr++;
      this.endRecord(this.base - 1, this.base);
      return;
    }
    if (this.state === SPACED) this.countIrregular();
    const isCut = this.state === QUOTED && !this.isHeader && this.skip === 0;
    if (isCut) this.take(this.base, size, 'cut');
    else this.endRecord(this.base, this.base);
  }
}

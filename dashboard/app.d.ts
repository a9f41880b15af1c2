import type { IncomingMessage } from 'node:http';
import type { ThemeChoice } from '#dashboard/lib/theme.ts';
import type { Reader } from '#warehouse/query/reader.ts';

declare global {
  namespace App {
    interface Locals {
      /** Names this request in the log and on the error page. */
      requestId: string;
      theme: ThemeChoice;
      /** The last published warehouse; undefined while there is none. */
      reader: Reader | undefined;
      /** Addresses that the page asks for as soon as it is alive. */
      soon?: readonly string[];
    }
    interface Error {
      message: string;
      id?: string;
    }
    interface Platform {
      req?: IncomingMessage;
    }
  }
}

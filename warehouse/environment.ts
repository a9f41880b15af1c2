import { availableParallelism } from 'node:os';

/** Everything that is read from the environment, in one place. Only composition roots (command line, server, hooks) call it. */
export interface Environment {
  /** `PLIMSOLL_HOME`: the home folder when the command line names none. */
  home: string;
  host: string;
  port: number | undefined;
  isCi: boolean;
  hasColour: boolean;
  cores: number;
}

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return {
    home: variables.PLIMSOLL_HOME ?? 'plimsoll-home',
    host: variables.HOST ?? '127.0.0.1',
    port: variables.PORT ? Number(variables.PORT) : undefined,
    isCi: Boolean(variables.CI),
    hasColour: !variables.NO_COLOR,
    cores: availableParallelism()
  };
}

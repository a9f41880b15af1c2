import { customers, customerShares, regions, teams, type Region } from './organisation.ts';
import { runningSums, type Random, streams } from './random.ts';

export interface Caller {
  name: string;
  region: Region;
  site: string;
  siteCode: string;
  customer: string;
}

export interface People {
  callers: readonly Caller[];
  /** Callers of each region. */
  byRegion: readonly (readonly Caller[])[];
  /** Agents of each team. */
  agents: ReadonlyMap<string, readonly string[]>;
}

const words = (text: string) => text.trim().split(/\s+/);
const firstNames = [
  words(`Anna Lukas Mia Jonas Emma Finn Lea Paul Sophie Maximilian Laura Felix Julia Tim Sarah Jan Katharina Moritz Jörg Zoë Stefan
    Birgit Uwe Heike Dirk Käthe Sven Anja Torsten Silke Ayşe Mehmet Agnieszka Paweł Ingrid Björn Françoise Renée Marta Niels`),
  words(`James Olivia Robert Ava Michael Isabella David Sophia Daniel Charlotte Matthew Amelia Anthony Evelyn Mark Abigail Steven
    Emily Kevin Elizabeth Brian Sofia George Camila Edward Aria Ronald Scarlett Carlos Victoria Luis Grace José Chloe Aaron Nora
    Tyrone Riley Keisha Hannah`),
  words(`Wei Mei Jun Hui Kai Xin Ying Hao Ling Siti Ahmad Nurul Farid Aisyah Raj Priya Arjun Kavya Suresh Deepa Vikram Anjali
    Rahul Lakshmi Hafiz Zainab Irfan Chen Bo Yan Min Jia Shan Ravi Meena Kumar Fatimah Azlan Pei Zhen`)
];
const lastNames = [
  words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder
    Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Maier Jäger Groß
    Yılmaz Nowak Jansen Öztürk Böhm Weiß`),
  words(`Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas
    Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright
    O'Brien O'Connor Nguyen Hill Torres`),
  words(`Tan Lim Lee Ng Ong Wong Goh Chua Chan Koh Teo Ang Yeo Tay Ho Low Toh Sim Chong Chia Rahman Ismail Hassan Abdullah Nair
    Menon Pillai Sharma Gupta Iyer Reddy Krishnan Singh Kaur Yusof Othman Foo Seah Quek Phua`)
];

/** Distinct full names of a region: each pair of first and last name is met once in 1,600 steps. */
function nameOf(region: Region, index: number): string {
  const first = firstNames[region] as string[];
  const last = lastNames[region] as string[];
  const step = (index * 637) % (first.length * last.length);
  return `${first[step % first.length]} ${last[Math.floor(step / first.length)]}`;
}

const agentsPerTeam = 10;
const callerCount = 2000;

/** About 2,000 callers by region, site and business unit, and 120 agents in twelve teams; a name belongs to one person. */
export function people(random: Random): People {
  const draws = random.at(streams.organisation, 0);
  const taken = [0, 0, 0];
  const nextName = (region: Region) => nameOf(region, (taken[region] as number)++);
  const agents = new Map(teams.map((team) => [team.name, Array.from({ length: agentsPerTeam }, () => nextName(team.region))]));
  const shares = runningSums(customerShares);
  const byRegion = regions.map((place) =>
    Array.from({ length: Math.round(callerCount * place.share) }, () => {
      const site = draws.pick(place.sites);
      return {
        name: nextName(place.region),
        region: place.region,
        site: site.name,
        siteCode: site.code,
        customer: customers[draws.weighted(shares)] as string
      };
    })
  );
  return { callers: byRegion.flat(), byRegion, agents };
}

export function agentOf(people: People, team: string, random: Random): string {
  return random.pick(people.agents.get(team) ?? ['']);
}

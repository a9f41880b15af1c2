const words = (list: string): string[] => list.trim().split(/\s+/);

/**
 * Words that tell nothing about a cause, English and German: grammar, courtesy, weekdays and months, and the words with
 * which every report says that something is wrong.
 */
export const stopWords: ReadonlySet<string> = new Set([
  ...words(`a about after again all also am an and any anymore are as at back be been before but by can cannot cant could did didnt
    do does doesnt dont during every for from get gets getting got had has have having he her his how i if im in into is isnt it
    its just keep keeps longer me more my new no not now of off on once one only onto or our out over own please since so some
    still than thanks that the their them then there they this those through to too under until up us very via was we were
    what when where which while who why will with within without wont would yet you your`),
  ...words(`ab aber alle als am an auch auf aus bei beim bin bis bitte da das dass dem den der des die dies diese dieser doch durch ein
    eine einem einen einer eines er es fur gegen hat haben hab hallo ich ihr im in ist kann kein keine keinen konnen mehr mein
    meine mit nach nicht nichts noch nun nur ob oder ohne sehr seit sich sie sind so uber um und uns unter vom von vor war was
    weil wenn werden wie wieder wir wird wo zu zum zur`),
  ...words(`re aw fw fwd wg urgent dringend hello hi dear help needed need asap user users customer client colleague ticket incident issue issues problem
    problems trouble reported reports request unable working work works happens happened possible moglich says said shows showing receives
    receiving tries trying geht funktioniert funktionieren meldet problem probleme benutzer nutzer mitarbeiter kollege seit heute
    gestern morgen today yesterday tomorrow morning afternoon evening night week day days hour hours minute minutes`),
  ...words(`monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag january
    february april june july august september october november december januar februar marz mai juni juli oktober dezember`)
]);

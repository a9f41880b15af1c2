const pairs = `abgelaufen expired
abgelehnt rejected
absturz crash
anmeldung logon
anmelden logon
anwendung application
auftrag order
ausgefallen outage
ausfall outage
bestellung order
bildschirm screen
datei file
daten data
datenbank database
drucker printer
drucken print
einwahl dial
fehler error
festplatte disk
freigabe share
geloscht deleted
gesperrt locked
gespeichert save
speichern save
hangt hang
kennwort password
konto account
langsam slow
laufwerk drive
lieferschein delivery note
login logon
netz network
netzwerk network
nachricht message
ordner folder
passwort password
platte disk
rechner computer
rechnung invoice
signin logon
speicher memory
startet start
telefon phone
tastatur keyboard
ungultig invalid
verbindung connection
voll full
wlan wifi
zeichen character
zeiterfassung time sheet
zertifikat certificate
zugriff access
zugang access`;

/** Words for one thing in the two languages of the stop list, folded: German → English. General words of the trade only. */
export const glossary: ReadonlyMap<string, string> = new Map(
  pairs.split('\n').map((line) => {
    const [german, ...english] = line.split(' ');
    return [german!, english.join(' ')];
  })
);

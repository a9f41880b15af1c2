/**
 * What tools call the canonical columns, best first, as their exports spell them: ServiceNow (names and labels), Jira, Zendesk,
 * Freshservice, GLPI, ManageEngine, BMC Helix, TOPdesk, PagerDuty, and common words in English, German, French, Spanish and Dutch.
 * Compared without case, spaces, underscores and hyphens.
 */
export const headerWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    record_id: `number | issue key | key | ticket id | ticket number | ticket no | ticket # | ticket | incident number | incident id*+ | incident id
      | incident no | case number | case id | case no | request id | request number | call number | call id | sr number | service request number | problem number | problem id
      | change number | change id | order number | reference number | reference | ref | ref no | human id | display id | display key | work order id | record id | incident_number
      | nummer | ticketnummer | vorgangsnummer | vorgang | meldungsnummer | störungsnummer | ticket-id | ticketid | vorfallnummer | numéro | numéro du ticket | número | melding nummer
      | id | issue id | # | sys_id | event id | alert id`,
    updated_at: `updated at | updated_at | sys_updated_on | sys_updated_at | updated | last updated | last update | last modified | last modified date | last modified time | modified at | modified
      | change date+time | changed at | change date | date_mod | date modified | last change | updated date | modification date | last updated time | event time | timestamp
      | zuletzt geändert | geändert am | aktualisiert | aktualisiert am | letzte änderung | dernière modification | mis à jour | última actualización | gewijzigd`,
    sequence: `sys_mod_count | updates | version | revision | sequence | sequence number | modification count`,
    state: `state | status | incident state | ticket status | ticket state | issue status | request status | case status | current status | status name | stage | processing status | processingstatus
      | problem status | change status | zustand | stand | bearbeitungsstatus | ticketstatus | statut | état | estado | afhandelstatus`,
    opened_at: `opened at | opened_at | opened | created at | created_at | created | created date | created time | creation date | date created | create date | open date | opened date | date opened | open time
      | reported date | reported at | submit date | submitted at | submitted | call date | calldate | logged at | logged | date logged | start date | registered | registered at | raised | raised at | date
      | reporting date | created on | sys_created_on | request date | date ouverture | triggered at
      | erstellt | erstellt am | eröffnet | eröffnet am | angelegt am | gemeldet am | meldedatum | eröffnungsdatum | erstellungsdatum | eingang | date d'ouverture | ouvert le | créé le | date de création
      | fecha de apertura | fecha de creación | creado | abierto | aangemaakt | aanmaakdatum | datum`,
    resolved_at: `resolved at | resolved_at | resolved | resolution date | resolutiondate | resolved date | resolution time | resolved time | date resolved | last resolved date | solved at | solved | solve date | solvedate
      | date solved | fixed at | completed | completed at | completed date | completed time | completion date | date completed | fulfilled at | fulfillment date | done at
      | gelöst | gelöst am | lösungsdatum | erledigt am | behoben am | résolu le | date de résolution | résolu | fecha de resolución | resuelto | opgelost | gereed datum`,
    closed_at: `closed at | closed_at | closed | closed date | close date | date closed | closedate | closure date | closed time | closed on | close time | end date
      | geschlossen | geschlossen am | abgeschlossen am | schließdatum | clôturé le | date de clôture | fermé le | fecha de cierre | cerrado | gesloten | afgesloten`,
    priority: `priority | priority name | priorität | prio | priorité | prioridad | prioriteit | urgency level | sla priority`,
    impact: `impact | latest impact | sr latest impact | problem latest impact | auswirkung | impacto`,
    urgency: `urgency | dringlichkeit | urgence | urgencia | urgentie`,
    category: `category | category name | kategorie | catégorie | categoría | categorie | categorization tier 1 | operational categorization tier 1 | product categorization tier 1 | type of incident | classification | component/s | components`,
    subcategory: `subcategory | sub category | sub-category | unterkategorie | sous-catégorie | subcategoría | subcategorie | categorization tier 2 | operational categorization tier 2 | item category`,
    service: `service | business service | affected service | service name | service offering | it service | dienst | product | product name | application | anwendung | system | project name | project | departments product`,
    configuration_item: `configuration item | cmdb_ci | ci | ci name | affected ci | asset | asset name | asset tag | object | object id | konfigurationselement | device | host | hostname | server | équipement | element | items`,
    location: `location | site | site name | branch | office | standort | ort | lieu | ubicación | locatie | vestiging | country | region`,
    supplier: `vendor | supplier | provider | external supplier | lieferant | dienstleister | fournisseur | proveedor | leverancier`,
    customer: `company | customer | account | account name | client | organization | organisation | department | tenant | kunde | mandant | firma | abteilung | société | empresa | klant | entity`,
    team: `assignment group | assigned group | team | group | group name | support group | owner group | operator group | technician group | assigned team | resolver group | agent group | queue
      | support team | assigned to group | involved st | support organization | zuständige gruppe | bearbeitergruppe | gruppe | groupe | groupe affecté | groupe assigné | grupo | grupo asignado | behandelaarsgroep | group_id | team name`,
    assignee: `assignee | assigned to | assigned agent | agent | agent name | technician | operator | owner | handler | responder | assigned technician | assigned user | assigned person | owner name | engineer
      | bearbeiter | zugewiesen an | technicien | technicien affecté | asignado a | técnico | behandelaar | assignee_id | owner first name`,
    caller: `caller | caller id | requester | requester name | requested for | requested by | reporter | contact | contact name | end user | affected user | customer name | user | client name | melder | gemeldet von | anforderer | antragsteller
      | anmelder | demandeur | solicitante | aanmelder | requester_id`,
    opened_by: `opened by | created by | creator | submitter | logged by | submitted by | author | erstellt von | erfasst von | créé par | creado por | sys_created_by`,
    resolver: `resolved by | solved by | closed by | completed by | gelöst von | resuelto por`,
    title: `short description | title | subject | summary | brief description | briefdescription | headline | topic | name | kurzbeschreibung | betreff | titel | titre | sujet | asunto | título | onderwerp | korte omschrijving`,
    description: `description | details | detailed description | notes | body | request | long description | beschreibung | descripción | omschrijving | verzoek | content`,
    channel: `channel | contact type | source | source name | reported source | entry type | entrytype | via | via channel | origin | mode | request mode | submission channel | eingangskanal | kanal | canal | quelle | source de la demande | soort binnenkomst`,
    resolution_code: `close code | closed code | resolution code | resolution | closure code | closure category | resolution category | cause code | root cause | cause | lösungscode | abschlusscode | code de clôture`,
    resolution_notes: `close notes | resolution notes | resolution description | solution | closure notes | lösung | lösungsbeschreibung | solution apportée | solución | oplossing`,
    acknowledged_at: `acknowledged at | acknowledged | acknowledged date | acknowledge date | assigned at | assigned date | taken at | work start | work_start | actual start | first assigned at | in progress at | angenommen am`,
    first_response_at: `first response at | first_response_at | first responded at | first response | first response time | first response date | responded date | responded at | responded time | response date | first reply at | initial response | erste antwort am | first_responded_at`,
    reassignment_count: `reassignment count | reassignments | total transfers | transfers | group transfers | assignment count | number of reassignments | anzahl weiterleitungen`,
    reopen_count: `reopen count | reopens | reopened count | reopened | times reopened | re-open count | number of reopens | anzahl wiedereröffnungen`,
    has_breached_source: `sla breached | breached | is breached | sla violated | is overdue | overdue | is_overdue | sla violation | has breached | resolution breached | sla verletzt | resolution status sla | is_escalated`,
    symptom: `symptom | u_symptom | symptom code`,
    is_major: `major incident | is major | major | major incident state | is_major | großstörung | critical incident`,
    parent_id: `parent | parent id | parent incident | parent number | parent issue | parent ticket | order | request | übergeordnet`,
    problem_id: `problem | problem id | linked problem | related problem | problem number`,
    change_id: `rfc | change request | change | change id | related change | change number`,
    caused_by_change_id: `caused by change | caused by | change causing`,
    caused_by_access_grant_id: `caused by access | caused by access grant | access grant | wrong access`,
    affected_people: `affected users | affected people | number of affected users | users affected | impacted users | number of users impacted | betroffene benutzer | anzahl betroffener | utilisateurs impactés`,
    is_automated: `automated | is automated | automated fulfillment | automated fulfilment | auto fulfilled | automatisiert`,
    request_type: `request type | catalog item | catalogue item | item | cat_item | service request type | template | service catalog item | customer request type | anfrageart`,
    approval: `approval | approval status | approval state | genehmigung | freigabe`,
    approval_requested_at: `approval requested at | approval requested`,
    approved_at: `approved at | approval date | approved date | approval set | genehmigt am`,
    due_at: `due at | due date | due by | due_by | due | target date | targetdate | deadline | needed by | fällig am | zieldatum | échéance | fecha límite | due by time`,
    is_known_error: `known error | is known error | known_error | bekannter fehler`,
    known_error_at: `known error at | known error date`,
    workaround: `workaround | work around`,
    workaround_at: `workaround at | workaround communicated at | workaround date`,
    root_cause: `root cause | cause notes | rca | ursache | cause racine`,
    root_cause_at: `root cause at | root cause date | confirmed at`,
    change_type: `change type | type | type of change | änderungstyp | change class`,
    risk: `risk | risk level | risiko`,
    planned_start_at: `planned start date | planned start | start date | scheduled start | scheduled start date | scheduled start time`,
    planned_end_at: `planned end date | planned end | end date | scheduled end | scheduled end date | scheduled end time`,
    started_at: `actual start | actual start date | work start | started at | start time`,
    ended_at: `ended at | ended | hung up at | finished at | actual end | actual end date | work end | end time`,
    outcome: `outcome | close code | closure code | implementation result | result | status reason`,
    significance: `severity | level | alert severity | criticality`,
    severity_source: `severity | level | alert severity | criticality`,
    fingerprint: `fingerprint | message key | dedup key | alert key | incident key | signature | triggerid`,
    metric: `metric | alert name | alertname | metric name | rule | check | trigger | event type | type`,
    incident_id: `incident | incident id | incident number | ticket | ticket id | case`,
    is_auto_resolved: `auto resolved | auto_resolved | auto closed`,
    person: `person | user | user name | employee | identity | account owner | user id | employee id | mitarbeiter`,
    is_person_active: `person active | user active | employed | is active | account enabled`,
    entitlement: `entitlement | role | permission | right | access right | access level | group | rolle | berechtigung`,
    approver: `approver | approved by | genehmigt von`,
    granted_at: `granted at | granted | provisioned at | access granted | grant date | erteilt am`,
    revoke_due_at: `revoke due at | expiry | expires at | expiry date | valid until | leave date | termination date | gültig bis`,
    revoked_at: `revoked at | revoked | removed at | deprovisioned at | access removed | entzogen am`,
    request_id: `request id | request number | request`,
    answered_at: `answered at | answered | answer time | picked up at | response date | responded at | submitted at | completed at`,
    queue: `queue | queue name | line | skill | warteschlange | hotline`,
    agent: `agent | agent name | operator | answered by`,
    is_abandoned: `abandoned | is abandoned | aufgelegt | lost call`,
    is_first_contact_resolution: `first contact resolution | fcr | is_fcr | first call resolution | resolved on first contact`,
    score: `score | rating | csat | satisfaction | satisfaction rating | nps | bewertung | note`,
    scale_least: `scale least | minimum | scale min`,
    scale_most: `scale most | maximum | scale max`,
    about_id: `about id | ticket | ticket id | incident | incident number | number | record`,
    comment: `comment | comments | feedback | remark | kommentar | commentaire`
  }).map(([column, words]) => [column, words.split('|').map((word) => word.trim().replace(/\s+/g, ' '))])
);

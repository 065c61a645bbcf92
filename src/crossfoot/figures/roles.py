"""What persons are by trade, office, kin or the part they played, in the singular."""

from __future__ import annotations

__all__ = ["ROLES"]

ROLES = frozenset(
    "abductor accomplice accountant accuser activist actor actress acupuncturist"
    " administrator adviser advisor aide ambassador analyst arsonist artist assailant"
    " assistant athlete attacker attorney auditor author babysitter baker banker barber"
    " bartender beautician biker bishop bodyguard bomber bookkeeper boss bouncer boyfriend"
    " bride broker builder bureaucrat burglar businessman businesswoman butcher bystander"
    " camper candidate captain caregiver caretaker carjacker carpenter cashier cellmate"
    " chairman chairwoman champion chaplain chauffeur chef chiropractor classmate cleaner"
    " clerk climber co-worker coach colleague comedian commissioner complainant conductor"
    " congressman congresswoman consultant consumer contractor cook copilot councilman"
    " councilmember councilor councilwoman counterfeiter courier cousin coworker custodian"
    " cyclist dancer daughter-in-law deckhand defendant dentist deputy detective developer"
    " diplomat director dispatcher diver doctor editor electrician employee employer engineer"
    " executive expert fan farmer farmworker father-in-law fiance fiancee finalist firefighter"
    " fireman fisherman fraudster friend gardener girlfriend godfather governor graduate"
    " grandchild granddaughter grandson groom guard guest guide gunman hacker hairdresser"
    " headmaster heir hijacker hiker housekeeper housemate imam immigrant informant inhabitant"
    " inmate investigator investor jailer janitor jogger journalist judge juror kidnapper"
    " killer laborer landlord lawmaker lawyer leader legislator lieutenant lifeguard listener"
    " lobbyist longshoreman lookout looter magistrate manager marketer masseuse mayor mechanic"
    " medic midwife migrant miner minister missionary monk motorcyclist motorist mugger"
    " musician nanny neighbor nephew niece nominee nun nurse official onlooker operative"
    " operator organizer orphan owner painter paramedic partner passenger pastor patient"
    " pedestrian pensioner pharmacist photographer physician pilot pirate player plumber"
    " poacher podiatrist policeman politician president priest principal prisoner producer"
    " professional professor promoter prosecutor provider psychiatrist psychologist pupil"
    " quadruplet rabbi rancher rapist receptionist recipient recruiter refugee relative"
    " reporter representative researcher rider ringleader rioter robber roofer roommate runner"
    " sailor salesman salesperson saleswoman scammer scholar scientist secretary senator"
    " sergeant servant shareholder sheriff shooter shoplifter sibling singer skier skipper"
    " soldier spectator spouse stepdaughter stepfather stepmother stepson steward stockbroker"
    " stowaway subscriber superintendent supervisor supplier surgeon survivor swimmer taxpayer"
    " teammate technician therapist thief tourist trader treasurer trespasser triplet trooper"
    " trucker trustee twin uncle user vendor veteran viewer visitor voter waiter waitress"
    " welder widow widower winner witness writer".split()
)

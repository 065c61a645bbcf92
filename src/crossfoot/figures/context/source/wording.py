"""Words by which a text credits somebody: verbs of saying, data, and offices that speak."""

from __future__ import annotations

SAYING = frozenset(
    "said says say announced announces announce reported reports report told tells claimed claims "
    "claim estimated estimates estimate stated states counted counts listed lists posted posts "
    "published publishes confirmed confirms added adds noted notes wrote writes tweeted testified "
    "declared disclosed revealed found finds calculated calculates recorded acknowledged boasted "
    "put puts shows show showed credited attributed tallied tallies released describes described "
    "indicated indicates warned argued called insisted asserted identified cites cited details "
    "tracked tracks logged logs projected predicted".split()
)
# after these a date tells when somebody spoke; "states", "counts" and the like are nouns as well
TOLD = frozenset(
    "said says announced reported told posted published confirmed wrote tweeted testified added "
    "declared disclosed revealed stated put obtained warned acknowledged noted".split()
)
# what a body is said to keep its numbers in
DATA = frozenset(
    "data figures statistics numbers records report reports tally tallies count counts estimate "
    "estimates spreadsheet spreadsheets table tables release statement documents document "
    "dashboard analysis study survey emails email memo memos headline database list release "
    "tracker dataset reckoning accounting website summary filing review audit".split()
)
MADE = frozenset(  # "a list compiled by X"
    "obtained published released analyzed compiled posted collected provided reviewed gathered "
    "issued reported cited listed named".split()
)
TITLES = frozenset(
    "director secretary spokesman spokeswoman spokesperson commissioner chief sheriff mayor "
    "governor senator representative congressman congresswoman president czar administrator "
    "official officials chairman chairwoman superintendent judge minister gov sen rep "
    "commander chancellor prosecutor undersecretary ambassador deputy leader head counsel "
    "heads leads oversees directs runs agent treasurer comptroller supervisor councilman "
    "councilwoman chair ceo marshal warden ombudsman".split()
)
PREFIXED = TITLES | {"attorney"}  # "U.S. Attorney X"; a family's attorney is a person
# small words inside a name: "the Department of Corrections"
JOINTS = frozenset("of for and".split())

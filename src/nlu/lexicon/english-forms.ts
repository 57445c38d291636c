/**
 * Forms of one English word that no stemmer brings together: irregular verbs, pronouns, articles. A group a line. In
 * here belong forms of the same word only; another word for the same thing is a synonym.
 */
export const ENGLISH_FORMS = `
be / am / is / are / was / were / been / being / m / re / s
have / has / had / having / ve
do / does / did / done / doing
will / would / wont / ll
can / could
u / ya
go / goes / going / went / gone / gonna
get / gets / getting / got / gotten / gotta
make / makes / made / making
take / takes / took / taken / taking
tell / tells / told / telling
say / says / said / saying
give / gives / gave / given / giving / gimme
come / comes / came / coming
know / knows / knew / known
think / thinks / thought
find / finds / found
buy / buys / bought / buying
send / sends / sent / sending
pay / pays / paid / paying
spend / spends / spent / spending
want / wants / wanted / wanna
keep / keeps / kept
leave / leaves / left / leaving
lose / loses / lost / losing
hear / hears / heard
see / sees / saw / seen / seeing
eat / eats / ate / eaten / eating
write / writes / wrote / written
speak / speaks / spoke / spoken / speaking
sleep / sleeps / slept
wake / wakes / woke / waking
put / puts / putting
good / better / best
bad / worse / worst
a / an
i / me
my / mine
we / us
`;

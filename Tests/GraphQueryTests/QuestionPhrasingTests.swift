import Foundation
import GraphQuery
import Ontology
import Testing

/// One question in the many ways in which people ask it: each row is a question and, after the bar, what answers it.
@Suite struct QuestionPhrasingTests {
  private static let listings = """
    what foods have lots of zinc | beef, oyster
    Which foods have the most potassium? | banana
    Where can I get iodine? | milk, seaweed
    Give me some good sources of calcium | leafy green, milk, yogurt
    What's a good source of potassium? | banana
    What are food sources of omega-3? | salmon, walnut
    which nuts have omega-3 fatty acids | walnut
    what vitamins are found in eggs | vitamin A, vitamin D
    What nutrients does an orange provide? | vitamin C
    What does seaweed contain? | iodine
    foods containing iodene | milk, seaweed
    sources of vitmain c | orange
    sources of potasium | banana
    what is cobalamin in |
    which foods have retinol | egg, liver
    What is magnesium good for? | muscle contraction, muscle cramp
    Why do we need iodine? | thyroid function
    Why is vitamin A important? | eye, night vision
    what does the body use thiamine for | nerve function
    How does fibre help the body? | constipation, digestion
    What are the benefits of strength training? | bone health
    health benefits of omega-3 fatty acids | heart disease
    what happens if I get too little vitamin C | scurvy
    what happens if i don't eat enough iodine | goiter
    What happens when you are low in vitamin B12? | anemia
    What would happen if my body lacked vitamin A? | night blindness
    what are the symptoms of zinc deficiency | hair loss
    What diseases are caused by vitamin D deficiency? | rickets
    vitamin b12 deficiency symptoms | anemia
    which nutrient deficiencies cause anemia | iron, vitamin B12
    what can a shortage of iron lead to | anemia
    scurvy is a result of lacking what | vitamin C
    what happens if I take too much vitamin A | headache, liver damage
    What are the dangers of excess calcium? | kidney stone
    what are signs of vitamin A toxicity | headache, liver damage
    can you tell me what too much zinc does | nausea
    which foods contain both iron and zinc | beef, oyster
    what blocks iron absorption | calcium, coffee, tea
    what stops calcium from being absorbed | oxalate
    What interferes with vitamin B12 absorption? | metformin
    which drinks hinder iron absorption | coffee, tea
    which medications reduce vitamin B12 absorption? | metformin
    what helps iron get absorbed | vitamin C
    How do I absorb more calcium? | vitamin D
    what increases absorption of iron | vitamin C
    what interacts with warfarin | vitamin K
    What drugs does vitamin K interact with? | warfarin
    what works with vitamin K | vitamin D
    what groups need extra folate | pregnant woman
    who should take folic acid | pregnant woman
    who should take vitamin D supplements | infant, older adult
    Which people need vitamin B12? | vegan
    what do older adults need | vitamin D
    where is calcium stored | bone, tooth
    where is iron stored in the body | liver tissue
    Where does my body keep iron? | liver tissue
    what is stored in bones | calcium
    where is vitamin A stored |
    what kinds of fish are there | oily fish
    what are examples of antioxidants | selenium, vitamin C
    What are the types of minerals? | selenium, zinc
    name some oily fish | salmon, trout
    what is selenium a kind of | antioxidant, mineral
    what causes hypertension | sodium
    What leads to hypertension? | sodium
    what raises blood pressure | sodium
    what prevents neural tube defects | folate
    What lowers the risk of heart disease? | garlic, omega-3 fatty acid
    what treats constipation | dietary fiber, prune
    what cures muscle cramps | magnesium
    what can i take for muscle cramps | magnesium
    what regulates heart rhythm | potassium
    what controls fluid balance | potassium
    what does magnesium regulate | muscle contraction
    what makes thyroxine | thyroid gland
    what does the thyroid gland make | thyroxine
    what is hemoglobin made of | iron
    what activates osteocalcin | vitamin K
    what does zinc inhibit | osteoclast
    what is good for my eyes | vitamin A
    What does beta carotene turn into? | vitamin A
    what hurts bones | smoking
    """

  private static let verdicts = """
    is there iodine in milk? | yes
    do eggs contain vitamin D | yes
    Does an orange have vitamin C? | yes
    are carrots rich in beta-carotene | yes
    does coffee block iron absorption | yes
    does calcium interfere with iron absorption? | yes
    Does vitamin C enhance iron absorption? | yes
    does vitamin K interact with warfarin | yes
    does warfarin interact with vitamin K? | yes
    does zinc interact with warfarin? | unknown
    Should vegans take vitamin B12? | yes
    should pregnant women take folate? | yes
    can not eating enough iron cause anemia | yes
    Is scurvy a result of not getting enough vitamin C? | yes
    does lack of iron cause anemia | yes
    is too much vitamin A bad for you | yes
    can you overdose on zinc? | yes
    does too much sodium raise blood pressure | yes
    is selenium an antioxidant | yes
    is salmon a type of fish? | yes
    does sodium raise blood pressure? | yes
    does potassium lower blood pressure? | yes
    can garlic lower blood pressure? | yes
    does strength training help bone health? | yes
    is magnesium good for muscle cramps? | yes
    can folate prevent neural tube defects? | yes
    does vitamin C protect against heart disease? | no
    does fiber lower cholesterol | yes
    is calcium stored in bones? | yes
    Doesn't smoking cause stroke? | yes
    is smoking linked to osteoporosis | yes
    """

  /// The rows of a table as questions with their answers, sorted.
  private static func rows(_ table: String) -> [(question: String, answers: [String])] {
    table.split(separator: "\n").map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
      return (cells[0], cells[1].isEmpty ? [] : cells[1].components(separatedBy: ", ").sorted())
    }
  }

  @Test(arguments: rows(listings)) func lists(question: String, answers: [String]) throws {
    let report = try QuestionTests.answerer.get().report(on: question)
    #expect(report.answers.map(\.entity.name).sorted() == answers, "\(question): \(report.reading ?? "nothing")")
  }

  @Test(arguments: rows(verdicts)) func judges(question: String, verdict: [String]) throws {
    let report = try QuestionTests.answerer.get().report(on: question)
    #expect(report.verdict?.rawValue == verdict[0], "\(question): \(report.reading ?? "nothing")")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

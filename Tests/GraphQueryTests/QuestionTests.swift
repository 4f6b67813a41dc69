import GraphModel
import GraphQuery
import Ontology
import Testing

@Suite struct QuestionTests {
  static let answerer = Result {
    try QuestionAnswerer(source: Pantry.graph, schema: Schema.bundled(), grammar: QuestionGrammar.bundled())
  }

  private func ask(_ question: String) throws -> AnswerReport { try Self.answerer.get().report(on: question) }

  /// A question with the names that answer it, sorted.
  struct Listing: Sendable, CustomTestStringConvertible {
    var question: String
    var answers: [String]
    var testDescription: String { question }

    init(_ question: String, _ answers: String...) {
      self.question = question
      self.answers = answers.sorted()
    }
  }

  @Test(arguments: [
    // Sources and contents
    Listing("foods high in zinc", "oyster", "beef"),
    Listing("How can I get more iron?", "oyster", "beef", "lentil", "spinach"),
    Listing("What should I eat for iodine?", "seaweed", "milk"),
    Listing("Name a few foods that are loaded with potassium", "banana"),
    Listing("Could you tell me where to find vitamin C?", "orange"),
    Listing("zinc rich foods", "oyster", "beef"),
    Listing("best plant sources for omega 3", "salmon", "walnut"),
    Listing("Which fish provide vitamin D?", "oily fish"),
    Listing("what's in oysters", "iron", "zinc"),
    Listing("What nutrients can you get from carrots?", "beta-carotene"),
    Listing("Which minerals does milk have?", "calcium", "iodine"),
    Listing("Which vitamins and minerals are in milk?", "calcium", "iodine"),
    Listing("vitamins in eggs", "vitamin A", "vitamin D"),
    Listing("Which foods are lactose free?", "oyster"),
    Listing("What foods don't contain gluten?", "oat"),
    Listing("Which foods have both zinc and iron?", "oyster", "beef"),
    Listing("What supplements contain vitamin D?", "fish oil capsule"),
    // Uptake
    Listing("What can I take with iron to absorb it better?", "vitamin C"),
    Listing("how to boost calcium absorption", "vitamin D"),
    Listing("What gets in the way of iron absorption?", "tea", "coffee", "calcium"),
    Listing("Which drinks stop iron from being absorbed?", "tea", "coffee"),
    Listing("What does oxalate block the absorption of?", "calcium"),
    // Lack and excess
    Listing("what happens if you don't get enough B12", "anemia"),
    Listing("Signs of iodine deficiency", "goiter"),
    Listing("What disease do you get without vitamin C?", "scurvy"),
    Listing("Being low on zinc can lead to what?", "hair loss"),
    Listing("Which vitamin deficiency causes night blindness?", "vitamin A"),
    Listing("Anemia comes from a lack of what?", "iron", "vitamin B12"),
    Listing("side effects of too much vitamin A", "headache", "liver damage"),
    Listing("What goes wrong with high doses of zinc?", "nausea"),
    Listing("vitamin C overdose symptoms", "nausea"),
    // Effects
    Listing("what is potassium good for", "muscle contraction", "fluid balance", "heart rhythm"),
    Listing("benefits of garlic", "immune system", "heart disease"),
    Listing("Which vitamins are good for the immune system?", "vitamin C"),
    Listing("What nutrients help the immune system?", "vitamin C", "zinc"),
    Listing("What lowers blood pressure?", "potassium", "garlic"),
    Listing("How can I bring down my cholesterol level?", "dietary fiber"),
    Listing("What drives up blood pressure?", "sodium"),
    Listing("Which mineral keeps your heart rhythm steady?", "potassium"),
    Listing("What is vitamin A needed for?", "night vision"),
    Listing("What does the thyroid function depend on?", "iodine"),
    Listing("What turns on osteocalcin?", "vitamin K"),
    Listing("What is suppressed by zinc?", "osteoclast"),
    Listing("What can I do about constipation?", "dietary fiber", "prune"),
    Listing("home remedies for muscle cramps", "magnesium"),
    Listing("How do I prevent neural tube defects?", "folate"),
    Listing("What protects from heart disease?", "omega-3 fatty acid", "garlic"),
    Listing("what foods should I eat to prevent heart disease", "garlic"),
    Listing("What puts you at risk of a stroke?", "smoking"),
    Listing("Who is prone to osteoporosis?", "older adult"),
    Listing("What is hypertension caused by?", "sodium"),
    Listing("what depletes magnesium", "antacid"),
    Listing("What is bad for bones?", "smoking"),
    Listing("How can constipation be relieved?", "dietary fiber", "prune"),
    Listing("In what foods would I find iodine?", "milk", "seaweed"),
    // Making, keeping, being
    Listing("What does the skin produce?", "vitamin D"),
    Listing("Which organ makes thyroxine?", "thyroid gland"),
    Listing("What does beta-carotene become in the body?", "vitamin A"),
    Listing("Where does the body keep its calcium?", "bone", "tooth"),
    Listing("What are bones composed of?", "collagen"),
    Listing("What contains collagen?", "bone", "skin"),
    Listing("examples of oily fish", "salmon", "trout"),
    Listing("What kind of thing is selenium?", "antioxidant", "mineral"),
    Listing("Which minerals are antioxidants?", "selenium"),
    // Advice and company
    Listing("what should pregnant women take", "folate", "iron"),
    Listing("Which vitamins do vegans need?", "vitamin B12"),
    Listing("Who ought to take vitamin D?", "infant", "older adult"),
    Listing("What should not be combined with warfarin?", "vitamin K"),
    Listing("What pairs well with vitamin D?", "vitamin K"),
  ])
  func lists(_ listing: Listing) throws {
    let report = try ask(listing.question)
    #expect(report.answers.map(\.entity.name).sorted() == listing.answers, "read as: \(report.reading ?? "nothing")")
  }

  @Test(arguments: [
    ("Does vitamin D help calcium absorption?", QuestionAnswer.Verdict.yes),
    ("Is it true that vitamin K activates osteocalcin?", .yes),
    ("Can I get vitamin A from eggs?", .yes),
    ("Are oysters high in zinc?", .yes),
    ("Is salmon a source of vitamin D?", .yes),
    ("Is trout a fish?", .yes),
    ("Do pregnant women need folate?", .yes),
    ("Is tea bad for iron absorption?", .yes),
    ("Does a lack of vitamin C cause scurvy?", .yes),
    ("Can scurvy result from vitamin C deficiency?", .yes),
    ("Does vitamin C cause scurvy?", .unknown),
    ("Is rickets caused by too little vitamin D?", .yes),
    ("Can too much calcium give you kidney stones?", .yes),
    ("Should you worry about too much vitamin A?", .yes),
    ("Does vitamin C prevent heart disease?", .no),
    ("Does coffee lead to hypertension?", .no),
    ("Do oats have gluten?", .no),
    ("Does potassium raise blood pressure?", .no),
    ("Does potassium lower blood pressure?", .yes),
    ("Is garlic good for you?", .yes),
    ("Is it dangerous to have too much vitamin A?", .yes),
    ("Does potassium help with blood pressure?", .yes),
    ("Is there a link between smoking and stroke?", .yes),
    ("Is beef an oily fish?", .unknown),
    ("Does zinc cause goiter?", .unknown),
    ("Does kryptonite cause goiter?", .unknown),
    ("True or false: calcium reduces the risk of osteoporosis", .yes),
  ])
  func judges(_ question: String, _ verdict: QuestionAnswer.Verdict) throws {
    let report = try ask(question)
    #expect(report.verdict == verdict, "read as: \(report.reading ?? "nothing")")
  }

  @Test func grammarExamplesAreReadAsTheySay() throws {
    let reader = QuestionReader(grammar: try QuestionGrammar.bundled(), schema: try Schema.bundled())
    for example in try QuestionGrammar.bundled().examples {
      let reading = try reader.readings(of: example.question, in: Kitchen.graph)[0]
      #expect(reading.description == example.reading, "\(example.question)")
    }
  }

  @Test func everyMeaningHasAnExample() throws {
    #expect(try QuestionGrammar.bundled().framesWithoutExamples.isEmpty)
  }

  @Test(arguments: [
    ("What does magnesuim regulate?", "magnesium"), ("sources of pottasium", "potassium"),
    ("foods with vitamin dd", ""),
    ("Does vitmain D prevent rickets?", "vitamin D"), ("benefits of omega 3", "omega-3 fatty acid"),
  ])
  func guessesMisspeltNames(_ question: String, _ name: String) throws {
    let report = try ask(question)
    #expect(report.corrections.first?.to ?? "" == name)
    #expect(report.answers.isEmpty == name.isEmpty)
  }

  @Test func saysWhatItCannotRead() throws {
    let report = try ask("Why is the sky blue?")
    #expect(report.reading == nil)
    #expect(report.isEmpty)
    #expect(report.notes == ["The graph has nothing named “sky blue”."])
    #expect(report.text(examples: ["What does zinc do?"]).hasSuffix("What does zinc do?"))
  }

  @Test(arguments: [
    "", "   ", "???", "\u{1F34C}", "what", String(repeating: "iron ", count: 3000), "(((", "not not not",
  ])
  func answersNothingToNonsense(_ question: String) throws {
    #expect(try ask(question).answers.isEmpty || question.hasPrefix("iron"))
  }

  @Test func denialsAreShownAsDenials() throws {
    let report = try ask("What prevents heart disease?")
    #expect(!report.answers.map(\.entity.name).contains("vitamin C"))
    #expect(report.contrary.map(\.entity.name) == ["vitamin C"])
    #expect(report.contrary[0].evidence?.polarity == .negative)
  }

  @Test func answersCarryTheirBestSentence() throws {
    let report = try ask("Which foods contain calcium?")
    #expect(report.answers[0].entity.name == "milk")
    #expect(report.answers[0].sources == 2)
    #expect(report.answers[0].evidence?.text == "calcium foundIn milk.")
    #expect(report.inferred.map(\.entity.name) == ["spinach"])
  }

  @Test func connectsTwoThings() throws {
    let report = try ask("How are beta-carotene and night blindness connected?")
    let names = report.connections[0].entities.map(\.name)
    #expect(names == ["beta-carotene", "vitamin A", "night blindness"])
  }

  @Test func sameQuestionSameBytes() throws {
    let first = try ask("What does vitamin C do?").text()
    #expect(try ask("What does vitamin C do?").text() == first)
  }
}

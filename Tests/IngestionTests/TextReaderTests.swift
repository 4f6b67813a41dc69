import Documents
import Ingestion
import Testing

private func read(_ text: String, title: String? = nil) -> Document {
  TextReader().document(from: Array(text.utf8), id: "doc", source: "doc.txt", title: title)
}

struct TextCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var title: String?
  var blocks: [String]
}

@Suite struct TextReaderTests {
  @Test(arguments: cases) func structure(_ example: TextCase) {
    let document = read(example.text)
    #expect(document.metadata.title == example.title)
    #expect(outline(document) == example.blocks)
  }

  static let cases = [
    TextCase(
      testDescription: "headings, paragraphs and a list with its lead-in",
      text: """
        Skip to content

        Why Iron Matters

        4 min read

        Iron carries oxygen.

        Good Sources of Iron

        Foods rich in iron:

          • Lentils (red, green)
          • Beef
            with little fat

        Eat them often.
        """,
      title: "Why Iron Matters",
      blocks: [
        "paragraph Iron carries oxygen.", "h2 Good Sources of Iron", "paragraph h=1 Foods rich in iron:",
        "item0 h=1 lead=2 Lentils (red, green)", "item0 h=1 lead=2 Beef with little fat",
        "paragraph h=1 Eat them often.",
      ]),
    TextCase(
      testDescription: "items run together after wide gaps",
      text: """
        Zinc

        Summary : Zinc is a mineral. You get it from    - Oysters   -  Red meat    - Beans. Cook them well.       It helps wounds heal.    Ask  your doctor.
        """,
      title: "Zinc",
      blocks: [
        "h2 Summary", "paragraph h=0 Zinc is a mineral. You get it from", "item0 h=0 lead=1 Oysters",
        "item0 h=0 lead=1 Red meat", "item0 h=0 lead=1 Beans. Cook them well.", "paragraph h=0 It helps wounds heal.",
        "paragraph h=0 Ask your doctor.",
      ]),
    TextCase(
      testDescription: "items run together after single spaces",
      text: "Sources of calcium: - milk - cheese - low-fat yogurt",
      blocks: [
        "paragraph Sources of calcium:", "item0 lead=0 milk", "item0 lead=0 cheese", "item0 lead=0 low-fat yogurt",
      ]),
    TextCase(
      testDescription: "dashes in prose are no list",
      text: "Two minerals - iron and zinc - are common in meat, and both - in short - matter.",
      blocks: ["paragraph Two minerals - iron and zinc - are common in meat, and both - in short - matter."]),
    TextCase(
      testDescription: "nested lists by indentation, numbered lists",
      text: """
        Steps to follow:

        1. Eat fruit
           - citrus
           - berries
        2. Sleep well
        """,
      blocks: [
        "paragraph Steps to follow:", "item0#1 lead=0 Eat fruit", "item1 lead=1 citrus", "item1 lead=1 berries",
        "item0#2 lead=0 Sleep well",
      ]),
    TextCase(
      testDescription: "an item in a line that ends in a colon opens a nested list",
      text: "You may\n\n- drink little milk  - eat products that are easy to digest:      - yogurt    - hard cheese",
      blocks: [
        "paragraph You may", "item0 lead=0 drink little milk", "item0 lead=0 eat products that are easy to digest:",
        "item1 lead=2 yogurt", "item1 lead=2 hard cheese",
      ]),
    TextCase(
      testDescription: "numbered headings",
      text: "Ten Facts\n\n1. Salt\n\nSalt holds water.\n\n2. Sugar\n\nSugar gives energy.",
      title: "Ten Facts",
      blocks: ["h2 Salt", "paragraph h=0 Salt holds water.", "h2 Sugar", "paragraph h=2 Sugar gives energy."]),
    TextCase(
      testDescription: "questions and answers",
      text: """
        All About Biotin

        Frequently Asked Questions

        Does biotin help hair?

        There is little evidence.

        Where is it found?

        It is in:

        - eggs
        """,
      title: "All About Biotin",
      blocks: [
        "h2 Frequently Asked Questions", "question h=0 Does biotin help hair?",
        "answer h=1 lead=1 There is little evidence.", "question h=0 Where is it found?", "answer h=3 lead=3 It is in:",
        "item0 h=3 lead=4 eggs",
      ]),
    TextCase(
      testDescription: "a table between pipes, with its header",
      text: """
        Comparison

        | Nutrient | Sources |
        |----------|---------|
        | Iron     | Lentils |
        | Zinc     | Oysters |
        """,
      title: "Comparison",
      blocks: [
        "cell0,0! Nutrient", "cell0,1! Sources", "cell1,0^0 Iron", "cell1,1^1^2 Lentils", "cell2,0^0 Zinc",
        "cell2,1^1^4 Oysters",
      ]),
    TextCase(
      testDescription: "tables in columns and after tabs",
      text: "Food   Iron (mg)\nLiver  6.5\n\nFood\tZinc\nBeef\t4.8",
      blocks: [
        "cell0,0! Food", "cell0,1! Iron (mg)", "cell1,0^0 Liver", "cell1,1^1^2 6.5", "cell0,0! Food", "cell0,1! Zinc",
        "cell1,0^4 Beef", "cell1,1^5^6 4.8",
      ]),
    TextCase(
      testDescription: "a table whose columns were lost",
      text: """
        Minerals for the Heart

        Potassium lowers blood pressure. Vitamin D and magnesium matter too, and so does Vitamin D from food.

        Mineral Main Function Best Food Sources
        Potassium Lowers blood pressure Bananas, potatoes (with skin)
        Magnesium Relaxes vessels and helps Vitamin D Nuts, seeds
        Vitamin D Helps absorb calcium Fatty fish, eggs
        """,
      title: "Minerals for the Heart",
      blocks: [
        "paragraph Potassium lowers blood pressure. Vitamin D and magnesium matter too, and so does Vitamin D from food.",
        "cell0,0! Mineral", "cell0,1! Main Function", "cell0,2! Best Food Sources",
        "cell1,0^1 Potassium", "cell1,1^2^4 Lowers blood pressure",
        "cell1,2^3^4 Bananas, potatoes (with skin)", "cell2,0^1 Magnesium",
        "cell2,1^2^7 Relaxes vessels and helps Vitamin D", "cell2,2^3^7 Nuts, seeds",
        "cell3,0^1 Vitamin D", "cell3,1^2^10 Helps absorb calcium",
        "cell3,2^3^10 Fatty fish, eggs",
      ]),
    TextCase(
      testDescription: "short lines are no table",
      text: "Contact Us\n\nNutrition Office\nMain Street\nSpringfield",
      title: "Contact Us",
      blocks: ["paragraph Nutrition Office", "paragraph Main Street", "paragraph Springfield"]),
    TextCase(
      testDescription: "hard-wrapped paragraphs are joined",
      text: """
        Vitamin K is needed for clotting of the blood. It also helps
        Osteocalcin bind calcium, and people who take warfarin should
        keep their intake steady.
        """,
      blocks: [
        "paragraph Vitamin K is needed for clotting of the blood. It also helps Osteocalcin bind calcium, and people who "
          + "take warfarin should keep their intake steady."
      ]),
    TextCase(
      testDescription: "references",
      text: "Copper\n\nCopper is a metal.\n\nReferences\n\n1. 1\n2. Smith J. Copper. 2019.\n\nJones K. Metals. 2020.",
      title: "Copper",
      blocks: [
        "paragraph Copper is a metal.", "h2 References", "reference h=1 lead=1 Smith J. Copper. 2019.",
        "reference h=1 Jones K. Metals. 2020.",
      ]),
    TextCase(testDescription: "nothing", text: " \n\n \t ", blocks: []),
    TextCase(
      testDescription: "a single word is text, not a headline over nothing", text: "Iron", blocks: ["paragraph Iron"]),
  ]

  @Test func aKnownTitleIsNotGuessedAgain() {
    let document = read("Key Points\n\nIron carries oxygen.", title: "Iron")
    #expect(document.metadata.title == "Iron")
    #expect(outline(document) == ["h2 Key Points", "paragraph h=0 Iron carries oxygen."])
    #expect(outline(read("Iron\n\nIt carries oxygen.", title: "Iron")) == ["paragraph It carries oxygen."])
  }

  @Test func lineEndsMakeNoDifference() {
    let text = "A Title\n\nOne paragraph.\n\n- item\n- item two\n"
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let old = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r")
    #expect(read(windows) == read(text))
    #expect(read(old) == read(text))
  }

  /// Blocks are sorted, do not overlap, point backwards and hold clean text, whatever the input.
  @Test(arguments: 0..<200) func invariants(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let parts = [
      "iron", " ", "  ", "    ", "\n", "\n\n", "- ", "• ", "1. ", "|", "\t", "?", ".", ":", "é", "Zinc", "\r\n", "*",
    ]
    let text = (0..<60).map { _ in parts.randomElement(using: &random)! }.joined()
    let document = read(text)
    var end = 0
    for (index, block) in document.blocks.enumerated() {
      let gap = block.range.lowerBound - end
      #expect(index == 0 ? gap == 0 : (1...2).contains(gap))
      #expect(!block.range.isEmpty)
      end = block.range.upperBound
      #expect(block.leadIn.map { $0 < index } ?? true)
      #expect(block.heading.map { $0 < index } ?? true)
      let content = document.text(in: block.range)
      #expect(!content.hasPrefix(" ") && !content.hasSuffix(" ") && !content.contains("\n") && !content.contains("  "))
    }
    #expect(end == document.text.utf8.count)
  }
}

/// Steele, Lea and Flood's generator, so that a law's cases are the same in each run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import GraphModel
import Ontology

/// A small graph of this test suite's own.
enum Pantry {
  /// Things with their other names, by type.
  private static let things = """
    Nutrient: vitamin A=retinol; beta-carotene; vitamin C=ascorbic acid; vitamin D; vitamin D3; vitamin K; vitamin B12=cobalamin; \
    folate=folic acid; thiamine=vitamin B1; iodine; iron; heme iron; zinc; selenium; calcium; magnesium; potassium; sodium; \
    dietary fiber=fibre; omega-3 fatty acid; water; mineral; antioxidant
    Compound: lactose; oxalate; tannin; caffeine; gluten; cholesterol; thyroxine; allicin
    Supplement: fish oil capsule; prenatal vitamin
    Medication: warfarin; metformin; antacid
    Food: oyster; beef=cow meat; lentil; spinach; carrot; sweet potato; liver; egg; milk; yogurt; banana; orange; garlic; \
    seaweed; salmon; trout; oily fish=fatty fish; fish; walnut; prune; oat; tea; coffee; leafy green; bread
    Protein: hemoglobin; collagen; osteocalcin; rhodopsin; lactase
    Anatomy: bone; tooth; liver tissue; thyroid gland; skin; eye; immune system; muscle; osteoclast; red blood cell; nerve
    Physiology: blood pressure; blood clotting; night vision; iron absorption; collagen production; bone health; wound healing; \
    nerve function; muscle contraction; heart rhythm; fluid balance; thyroid function; digestion; cholesterol level; sleep
    Disorder: rickets; scurvy; goiter; anemia; night blindness; osteoporosis; constipation; kidney stone; hypertension; heart disease; \
    neural tube defect; lactose intolerance; liver damage; hair loss; nausea; headache; iron deficiency; muscle cramp; stroke
    Activity: sun exposure; smoking; strength training; vegan diet
    Population: pregnant woman; older adult; vegan; infant; athlete
    Organism: gut bacterium
    """

  /// What three articles say: subject, relation, object; `-` denies, `~` hedges.
  private static let articles = [
    """
    iron | foundIn | oyster
    iron | foundIn | beef
    iron | foundIn | lentil
    iron | foundIn | spinach
    zinc | foundIn | oyster
    zinc | foundIn | beef
    selenium | foundIn | fish
    iodine | foundIn | seaweed
    iodine | foundIn | milk
    calcium | foundIn | milk
    calcium | foundIn | leafy green
    vitamin D | foundIn | oily fish
    vitamin D | foundIn | egg
    vitamin D | foundIn | fish oil capsule
    vitamin A | foundIn | liver
    beta-carotene | foundIn | carrot
    beta-carotene | foundIn | sweet potato
    vitamin C | foundIn | orange
    potassium | foundIn | banana
    dietary fiber | foundIn | oat
    dietary fiber | foundIn | prune
    lactose | foundIn | milk
    - lactose | foundIn | oyster
    - gluten | foundIn | oat
    omega-3 fatty acid | foundIn | salmon
    omega-3 fatty acid | foundIn | walnut
    heme iron | isA | iron
    heme iron | foundIn | liver
    salmon | isA | oily fish
    trout | isA | oily fish
    oily fish | isA | fish
    spinach | isA | leafy green
    zinc | isA | mineral
    selenium | isA | mineral
    selenium | isA | antioxidant
    vitamin C | isA | antioxidant
    """,
    """
    vitamin C | enhancesAbsorptionOf | iron
    tea | inhibitsAbsorptionOf | iron
    ~ coffee | inhibitsAbsorptionOf | iron
    oxalate | inhibitsAbsorptionOf | calcium
    vitamin D | enhancesAbsorptionOf | calcium
    vitamin D | synergizesWith | vitamin K
    warfarin | interactsWith | vitamin K
    vitamin K | activates | osteocalcin
    vitamin K | requiredFor | blood clotting
    vitamin C | requiredFor | collagen production
    vitamin C | supports | wound healing
    vitamin C | supports | immune system
    zinc | supports | immune system
    zinc | inhibits | osteoclast
    vitamin A | requiredFor | night vision
    vitamin A | supports | eye
    iodine | requiredFor | thyroid function
    magnesium | regulates | muscle contraction
    potassium | regulates | fluid balance
    potassium | regulates | heart rhythm
    potassium | decreases | blood pressure
    sodium | increases | blood pressure
    dietary fiber | decreases | cholesterol level
    dietary fiber | treats | constipation
    prune | treats | constipation
    dietary fiber | supports | digestion
    strength training | supports | bone health
    calcium | requiredFor | bone health
    vitamin D | supports | bone health
    smoking | inhibits | bone
    beta-carotene | convertsTo | vitamin A
    skin | produces | vitamin D
    thyroid gland | produces | thyroxine
    gut bacterium | produces | vitamin K
    calcium | storedIn | bone
    calcium | storedIn | tooth
    iron | storedIn | liver tissue
    iron | partOf | hemoglobin
    collagen | partOf | skin
    collagen | partOf | bone
    garlic | supports | immune system
    ~ garlic | decreases | blood pressure
    ~ garlic | reducesRiskOf | heart disease
    lactase | decreases | lactose
    """,
    """
    vitamin D | deficiencyCauses | rickets
    vitamin C | deficiencyCauses | scurvy
    iodine | deficiencyCauses | goiter
    vitamin A | deficiencyCauses | night blindness
    vitamin B12 | deficiencyCauses | anemia
    iron | deficiencyCauses | anemia
    ~ zinc | deficiencyCauses | hair loss
    vitamin A | excessCauses | liver damage
    vitamin A | excessCauses | headache
    vitamin C | excessCauses | nausea
    ~ calcium | excessCauses | kidney stone
    zinc | excessCauses | nausea
    vitamin D | reducesRiskOf | rickets
    calcium | reducesRiskOf | osteoporosis
    folate | reducesRiskOf | neural tube defect
    omega-3 fatty acid | reducesRiskOf | heart disease
    - vitamin C | reducesRiskOf | heart disease
    smoking | increasesRiskOf | osteoporosis
    smoking | increasesRiskOf | stroke
    older adult | increasesRiskOf | osteoporosis
    vegan diet | increasesRiskOf | iron deficiency
    sodium | causes | hypertension
    - coffee | causes | hypertension
    ~ caffeine | decreases | sleep
    magnesium | treats | muscle cramp
    folate | recommendedFor | pregnant woman
    iron | recommendedFor | pregnant woman
    vitamin D | recommendedFor | older adult
    vitamin D | recommendedFor | infant
    vitamin B12 | recommendedFor | vegan
    metformin | inhibitsAbsorptionOf | vitamin B12
    calcium | inhibitsAbsorptionOf | iron
    antacid | decreases | magnesium
    vitamin D3 | isA | vitamin D
    vitamin A | foundIn | egg
    zinc | foundIn | oyster
    calcium | foundIn | milk
    calcium | foundIn | yogurt
    thiamine | requiredFor | nerve function
    potassium | requiredFor | muscle contraction
    """,
  ]

  /// The articles' claims; each sentence is the claim in words.
  static let claims: [DocumentClaims] = articles.enumerated().map { number, text in
    DocumentClaims(
      doc: "article-\(number + 1)", source: "articles/\(number + 1).txt", title: "Article \(number + 1)",
      claims: text.split(separator: "\n").map(claim))
  }

  static let graph = KnowledgeGraph(claims, symmetric: [.synergizesWith, .interactsWith])

  private static let references: [String: EntityReference] = {
    var references: [String: EntityReference] = [:]
    for line in things.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      for thing in parts[1].split(separator: ";") {
        let names = thing.split(separator: "=").map { $0.trimmed }
        references[names[0]] = EntityReference(
          name: names[0], type: EntityType(rawValue: String(parts[0])), aliases: Array(names.dropFirst()))
      }
    }
    return references
  }()

  private static func claim(_ line: Substring) -> Claim {
    let isDenied = line.hasPrefix("- ")
    let isHedged = line.hasPrefix("~ ")
    let parts = (isDenied || isHedged ? line.dropFirst(2) : line).split(separator: "|").map { $0.trimmed }
    let sentence = "\(parts[0]) \(parts[1]) \(parts[2])."
    return Claim(
      subject: references[parts[0]]!, relation: RelationType(rawValue: parts[1]), object: references[parts[2]]!,
      polarity: isDenied ? .negative : .positive, certainty: isHedged ? .hedged : .asserted,
      evidence: [Evidence(text: sentence, start: 0, end: sentence.utf8.count, section: "", rule: "test")])
  }
}

extension Substring {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

import GraphModel
import Testing

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("Vitamin B-12", "vitamin b12"), ("vitamin B 12", "vitamin b12"), ("vitamin b12", "vitamin b12"),
    ("Omega-3 fatty acids", "omega 3 fatty acid"), ("beta-carotene", "beta carotene"), ("β-carotene", "beta carotene"),
    ("dietary fibre", "dietary fiber"), ("leafy, green vegetables", "leafy green vegetable"), ("bones", "bone"),
    ("iron-deficiency anaemia", "iron deficiency anemia"), ("women", "woman"), ("açaí berries", "acai berry"),
    ("absorption of calcium", "calcium absorption"), ("health of the bones", "bone health"),
    ("osteoporosis", "osteoporosis"), ("citrus", "citrus"), ("cow's milk", "cow milk"), ("vitamin D3", "vitamin d3"),
  ])
  func spellingsMeet(name: String, key: String) {
    #expect(NameKey(name).rawValue == key)
  }

  @Test(arguments: [
    ("vitamin D", "vitamin D3"), ("vitamin D", "vitamin D deficiency"), ("iron", "heme iron"),
    ("melanoma", "skin cancer"), ("omega-3", "omega-6"), ("vitamin B1", "vitamin B12"),
    ("food from plants", "plant food"),
  ])
  func relatedThingsStayApart(left: String, right: String) {
    #expect(NameKey(left) != NameKey(right))
  }

  @Test(arguments: ["", "–", "?!", "日本", "µ", "e\u{301}"])
  func everyNameHasAKey(name: String) {
    #expect(NameKey(name).rawValue.isEmpty == name.isEmpty)
  }

  @Test(arguments: ["vitamin B-12", "women's health", "loss of bone", "calories", "headaches", "crème fraîche"])
  func theKeyOfAKeyIsItself(name: String) {
    #expect(NameKey(NameKey(name).rawValue) == NameKey(name))
  }
}

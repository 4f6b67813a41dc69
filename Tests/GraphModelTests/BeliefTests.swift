import GraphModel
import GraphTestSupport
import Testing

@Suite struct BeliefTests {
  private static func voice(
    _ group: Int, _ polarity: Polarity = .positive, _ certainty: Certainty = .asserted, _ confidence: Double = 0.9
  ) -> Testimony {
    Testimony(group: group, polarity: polarity, certainty: certainty, confidence: confidence)
  }

  @Test(
    arguments: [
      ([], 0, 0, "no source"),
      ([voice(1)], 0.9, 0, "1 source says yes"),
      ([voice(1), voice(1)], 0.9, 0, "1 source says yes"),
      ([voice(1), voice(2)], 0.99, 0, "2 sources say yes"),
      ([voice(1, .positive, .hedged)], 0.45, 0, "1 source hedges"),
      ([voice(1, .positive, .hedged), voice(1)], 0.9, 0, "1 source says yes"),
      ([voice(1, .positive, .asserted, 1)], 0.95, 0, "1 source says yes"),
      ([voice(1), voice(2, .negative)], 0.45, 0.45, "1 source says yes, 1 no"),
      ([voice(1, .negative)], 0, 0.9, "1 source says no"),
      ([voice(1, .negative, .hedged)], 0, 0.45, "1 source hedges a no"),
      ([voice(1), voice(2, .negative, .hedged)], 0.6, 0.15, "1 source says yes, 1 hedges"),
      ([voice(1, .positive, .hedged), voice(2, .negative, .hedged)], 0.225, 0.225, "2 sources hedge (1 towards no)"),
    ] as [([Testimony], Double, Double, String)])
  func followsItsFormula(testimony: [Testimony], affirmation: Double, denial: Double, support: String) {
    let belief = Belief(testimony)
    #expect(abs(belief.affirmation - affirmation) < 1e-12)
    #expect(abs(belief.denial - denial) < 1e-12)
    #expect(belief.support.description == support)
  }

  @Test func countsTheSidesApart() {
    let voices = (0..<8).map { Self.voice($0) } + (8..<10).map { Self.voice($0, .negative) }
    let all = voices + (10..<13).map { Self.voice($0, .positive, .hedged) }
    #expect(Belief(all).support.description == "8 sources say yes, 2 no, 3 hedge")
  }

  private static func random(_ random: inout SplitMix64) -> Testimony {
    voice(
      random.next(6), random.next(3) == 0 ? .negative : .positive, random.next(2) == 0 ? .hedged : .asserted,
      Double(1 + random.next(100)) / 100)
  }

  @Test(arguments: 0..<40) func obeysItsLaws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let testimony = (0..<random.next(12)).map { _ in Self.random(&random) }
    let belief = Belief(testimony)
    #expect((0..<1).contains(belief.affirmation) && (0..<1).contains(belief.denial))
    #expect((belief.affirmation == 0) == !testimony.contains { $0.polarity == .positive })
    // Order and repetition inside a source change nothing, to the last bit.
    #expect(Belief(testimony.reversed()) == belief)
    #expect(Belief(testimony + testimony) == belief)
    // A new source moves belief its way.
    let certainty: Certainty = random.next(2) == 0 ? .hedged : .asserted
    let affirmed = Belief(testimony + [Self.voice(99, .positive, certainty, 0.5)])
    #expect(affirmed.affirmation > belief.affirmation)
    #expect(affirmed.denial < belief.denial || belief.denial == 0)
    // Denying mirrors affirming.
    let mirrored = testimony.map { voice in
      Self.voice(voice.group, voice.polarity == .positive ? .negative : .positive, voice.certainty, voice.confidence)
    }
    #expect(Belief(mirrored).affirmation == belief.denial && Belief(mirrored).denial == belief.affirmation)
  }

  @Test func confidenceOutOfRangeIsBounded() {
    #expect(abs(Belief([Self.voice(1, .positive, .asserted, 7)]).affirmation - Belief.ceiling) < 1e-12)
    #expect(Belief([Self.voice(1, .positive, .asserted, -7)]).affirmation == 0)
  }
}

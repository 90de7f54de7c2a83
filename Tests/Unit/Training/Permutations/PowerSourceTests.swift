import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Permutations as networks read them, and what their answers are worth.
@Suite struct PowerSourceTests {
  let seed = Seed(root: 5)

  private func batch(_ source: any ExampleSource, _ count: Int) -> Batch {
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(0..<count, to: &batch)
    #expect(batch.longest <= source.longest && batch.sequenceCount == count)
    return batch
  }

  private func tokens(_ batch: Batch, _ sequence: Int) -> [[Int]] {
    (batch.starts[sequence]..<batch.starts[sequence + 1]).map { token in
      batch.ids[Int(token) * batch.idsPerToken..<Int(token + 1) * batch.idsPerToken].map { Int($0) }
    }
  }

  @Test(arguments: [PowerSplit.train, .depth6, .higher16, .tiny])
  func aTransformerReadsFactsBitsAndTheElement(split: PowerSplit) {
    let batch = batch(PowerSource(split: split, seed: seed), 50)
    let (images, bits) = (split.format.alphabet, split.format.exponentBits)
    for (place, example) in split.examples(0..<50, seed: seed).enumerated() {
      let tokens = tokens(batch, place)
      let facts = tokens.prefix(example.context.count)
      #expect(facts.map { [$0[0], $0[1] - images] } == example.context.facts.map { [$0.symbol, $0.image] })
      let cells = tokens.dropFirst(facts.count).dropLast().map { $0[0] - (2 * images + 1) }
      let exponent = cells.reduce(0) { $0 | ($1 % 2) << ($1 / 2) }
      #expect(cells.map { $0 / 2 } == Array(0..<bits))
      #expect(example.questions[0] == .power(element: tokens.last![0], exponent: exponent))
      #expect(example.answers[0] == .element(Int(batch.classes[place])))
      #expect(tokens.joined().allSatisfy { 0..<PowerSource.vocabulary(split.format) ~= $0 })
    }
  }

  @Test(arguments: [(PowerSplit.train, PowerTape.bits(3)), (.depth6, .bits(6)), (.higher32, .steps(63))])
  func aTapeReaderReadsFactsAndTheTape(split: PowerSplit, tape: PowerTape) {
    let batch = batch(PowerTapeSource(split: split, tape: tape, seed: seed), 50)
    for (place, example) in split.examples(0..<50, seed: seed).enumerated() {
      let tokens = tokens(batch, place)
      let facts = Set(example.context.facts.map { [$0.symbol, $0.image] })
      #expect(Set(tokens.map { Array($0.prefix(2)) }) == facts && tokens.count == facts.count)
      guard case .power(let element, let exponent) = example.questions[0] else { continue }
      #expect(tokens.last![0] == element)
      for (offset, token) in tokens.enumerated() {
        let symbols = token.dropFirst(2)
        #expect(symbols.count == tape.length && symbols.allSatisfy { 0..<PowerTape.symbolCount ~= $0 })
        let asked =
          switch tape {
          case .bits: symbols.reduce(0) { 2 * $0 + $1 }
          case .steps: symbols.reduce(0, +)
          }
        #expect(asked == exponent)
        let answer = example.context.answer(to: .power(element: token[0], exponent: exponent))
        #expect(answer == .element(Int(batch.classes[Int(batch.starts[place]) + offset])))
      }
    }
  }

  @Test func stepsComeFirst() {
    #expect(
      PowerTape.steps(5).symbols(of: 2) == [1, 1, 0, 0, 0] && PowerTape.bits(5).symbols(of: 6) == [0, 0, 1, 1, 0])
    #expect(PowerTape.steps(5).symbols(of: 5).allSatisfy { $0 == 1 } && PowerTape.bits(1).symbols(of: 0) == [0])
  }

  @Test func anExponentThatDoesNotFitStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = PowerTape.bits(3).symbols(of: 8) }
    await #expect(processExitsWith: .failure) { _ = PowerTape.steps(7).symbols(of: 8) }
  }
}

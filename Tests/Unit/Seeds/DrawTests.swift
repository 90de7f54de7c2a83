import Foundation
import Seeds
import Testing

@Suite struct DrawTests {
  private struct Content: Decodable {
    struct Integers: Decodable { let range, values: [String] }
    struct Eights: Decodable {
      let sides: Int
      let values: [[Int]]
    }
    struct Sample: Decodable { let range, values: [Int] }
    let root: UInt64
    let integers: [Integers]
    let eights: [Eights]
    let units, normals: [String]
    let chances: [Bool]
    let permutations: [[Int]]
    let samples: [Sample]
  }

  private let content: Content
  private let root: Seed

  init() throws {
    content = try referenceFile("seeds/draws.json")
    root = Seed(root: content.root)
  }

  @Test func integersAreThoseOfTheReference() throws {
    #expect(content.integers.count == 7)
    for (place, example) in content.integers.enumerated() {
      var generator = root.child("integer").generator(at: place)
      let range = try #require(Int(example.range[0]))...(try #require(Int(example.range[1])))
      #expect(example.values.map { _ in String(Draw.integer(in: range, using: &generator)) } == example.values)
    }
  }

  @Test func batchesOfEightAreThoseOfTheReference() {
    #expect(content.eights.count == 7)
    for example in content.eights {
      var generator = root.child("eight").generator(at: example.sides)
      for values in example.values {
        let draws = Draw.eight(below: example.sides, using: &generator)
        #expect(values.indices.map { draws[$0] } == values)
      }
    }
  }

  @Test func numbersAreThoseOfTheReferenceToTheLastBit() {
    var generator = root.child("unit").generator()
    #expect(content.units.map { _ in Draw.unit(using: &generator) } == content.units.map { Double($0)! })
    generator = root.child("normal").generator()
    #expect(content.normals.map { _ in Draw.normal(using: &generator) } == content.normals.map { Double($0)! })
    generator = root.child("chance").generator()
    #expect(content.chances.map { _ in Draw.chance(1, of: 3, using: &generator) } == content.chances)
  }

  @Test func ordersAreThoseOfTheReference() {
    #expect(content.permutations.count == 5 && content.samples.count == 5)
    for order in content.permutations {
      var generator = root.child("permutation").generator(at: order.count)
      #expect(Draw.permutation(of: order.count, using: &generator) == order)
    }
    for sample in content.samples {
      var generator = root.child("sample").generator(at: sample.values.count)
      let range = sample.range[0]...sample.range[1]
      #expect(Draw.sample(sample.values.count, from: range, using: &generator) == sample.values)
    }
  }

  @Test(arguments: [2, 3, 7, 15, 100]) func integersAreUniform(count: Int) {
    var generator = root.child("uniform").generator(at: count)
    var counts = [Int](repeating: 0, count: count)
    for _ in 0..<20_000 { counts[Draw.integer(in: 5...(4 + count), using: &generator) - 5] += 1 }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  /// A range of 3/4 of all words: without the second draw, a third of the values would come twice as often.
  @Test func aRangeThatDoesNotDivideTheWordsStaysUniform() {
    var generator = root.child("wide").generator()
    var counts = [0, 0, 0]
    for _ in 0..<20_000 { counts[Draw.integer(in: 0...(3 << 61 - 1), using: &generator) % 3] += 1 }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  @Test(arguments: [3, 15, 128]) func batchesOfEightAreUniformAndIndependent(sides: Int) {
    var generator = root.child("eights").generator(at: sides)
    var places = [[Int]](repeating: .init(repeating: 0, count: sides), count: 8)
    var pairs = [Int](repeating: 0, count: 9)
    for _ in 0..<20_000 {
      let draws = Draw.eight(below: sides, using: &generator)
      for place in 0..<8 { places[place][draws[place]] += 1 }
      pairs[draws[3] * 3 / sides * 3 + draws[4] * 3 / sides] += 1
    }
    for counts in places {
      let test = ChiSquare(uniform: counts)
      #expect(test.statistic < test.bound)
    }
    let third = (0..<3).map { (part: Int) -> Double in
      let count = (0..<sides).filter { (side: Int) in side * 3 / sides == part }.count
      return Double(count) / Double(sides)
    }
    let test = ChiSquare(pairs, probabilities: third.flatMap { a in third.map { a * $0 } })
    #expect(test.statistic < test.bound)
  }

  @Test func theOrdersOfFourThingsAreUniform() {
    var generator = root.child("orders").generator()
    var counts = [Int](repeating: 0, count: 256)
    for _ in 0..<24_000 {
      counts[Draw.permutation(of: 4, using: &generator).reduce(0) { $0 * 4 + $1 }] += 1
    }
    let seen = counts.filter { $0 > 0 }
    #expect(seen.count == 24)
    let test = ChiSquare(uniform: seen)
    #expect(test.statistic < test.bound)
  }

  @Test func orderedSamplesAreUniform() {
    var generator = root.child("samples").generator()
    var counts = [Int](repeating: 0, count: 25)
    for _ in 0..<20_000 {
      let sample = Draw.sample(2, from: -2...2, using: &generator)
      counts[(sample[0] + 2) * 5 + sample[1] + 2] += 1
    }
    let seen = counts.filter { $0 > 0 }
    #expect(seen.count == 20 && (0..<5).allSatisfy { counts[$0 * 6] == 0 })
    let test = ChiSquare(uniform: seen)
    #expect(test.statistic < test.bound)
  }

  @Test func aSampleOfAHugeRangeCostsTheSample() {
    var generator = root.child("huge").generator()
    let sample = Draw.sample(1000, from: Int.min...Int.max, using: &generator)
    #expect(Set(sample).count == 1000)
    #expect(Set(Draw.sample(1000, from: 1...1000, using: &generator)) == Set(1...1000))
  }

  @Test func chancesComeAsOftenAsTheySay() {
    var generator = root.child("chances").generator()
    let hits = (0..<20_000).filter { _ in Draw.chance(2, of: 7, using: &generator) }.count
    let test = ChiSquare([hits, 20_000 - hits], probabilities: [2.0 / 7, 5.0 / 7])
    #expect(test.statistic < test.bound)
    #expect((0..<100).allSatisfy { _ in Draw.chance(3, of: 3, using: &generator) })
    #expect(!(0..<100).contains { _ in Draw.chance(0, of: 3, using: &generator) })
  }

  @Test func unitsFillTheIntervalBelowOne() {
    var generator = root.child("units").generator()
    var counts = [Int](repeating: 0, count: 50)
    for _ in 0..<20_000 { counts[Int(Draw.unit(using: &generator) * 50)] += 1 }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  /// Against the distribution function, in 40 bins of width 0.2 and two tails.
  @Test func normalsHaveTheNormalDistribution() {
    var generator = root.child("normals").generator()
    var counts = [Int](repeating: 0, count: 42)
    for _ in 0..<50_000 {
      let bin = ((Draw.normal(using: &generator) + 4) / 0.2).rounded(.down)
      counts[Int(min(max(bin, -1), 40)) + 1] += 1
    }
    let edges = (0...40).map { 0.5 * erfc(-(-4 + 0.2 * Double($0)) / 2.0.squareRoot()) }
    let below = [0] + edges + [1]
    let test = ChiSquare(counts, probabilities: zip(below, below.dropFirst()).map { $1 - $0 })
    #expect(test.statistic < test.bound)
  }

  /// The bound is the doc comment's; Foundation's `log` is within 1 unit in the last place itself.
  @Test func theLogarithmIsWithinTwoUnitsInTheLastPlace() {
    var generator = root.child("logarithms").generator()
    var worst = 0.0
    for step in 0..<100_000 {
      let scale = step % 3 == 0 ? 0x1p-53 : step % 3 == 1 ? 1 : 1e300
      let x = (step % 2 == 0 ? 1 + Draw.unit(using: &generator) / 64 : Draw.unit(using: &generator) + 0x1p-60) * scale
      let exact = log(x)
      worst = max(worst, abs(Draw.naturalLogarithm(x) - exact) / exact.ulp)
    }
    #expect(worst <= 2)
    #expect(Draw.naturalLogarithm(1) == 0)
  }
}

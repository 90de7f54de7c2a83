import Data
import Seeds
import Testing

@Suite struct PermutationTests {
  private let seed = Seed(root: 31)

  /// All orders of `0..<count`.
  static func all(count: Int) -> [Permutation] {
    (0..<count).reduce([[]]) { orders, next in
      orders.flatMap { order in (0...order.count).map { Array(order[..<$0]) + [next] + Array(order[$0...]) } }
    }.map { Permutation($0) }
  }

  private func someOfEachCount() -> [Permutation] {
    var generator = seed.child("some").generator()
    return (1...Permutation.largestCount).map { Permutation.uniform(count: $0, using: &generator) }
  }

  @Test func aWorkedExample() {
    let permutation = Permutation([3, 0, 2, 1, 5, 4])
    #expect(permutation.cycles == [[0, 3, 1], [2], [4, 5]])
    #expect(permutation.description == "(0 3 1)(2)(4 5)")
    #expect(permutation.cycleType == CycleType([1, 2, 3]) && permutation.order == 6)
    #expect(permutation.power(2).images == [1, 3, 2, 0, 4, 5])
    #expect(permutation.inverse.images == [1, 3, 2, 0, 5, 4])
    #expect(permutation.power(-1) == permutation.inverse && permutation.power(6) == .identity(count: 6))
    #expect(permutation.image(of: 0, power: 7) == 3 && permutation.image(of: 0, power: -1) == 1)
  }

  @Test func powersAreRepeatedComposition() {
    for permutation in someOfEachCount() + Self.all(count: 5) {
      var power = Permutation.identity(count: permutation.count)
      for exponent in 0...70 {
        let inverse = power.inverse
        #expect(permutation.power(exponent) == power && permutation.power(-exponent) == inverse)
        let places = 0..<permutation.count
        #expect(places.allSatisfy { permutation.image(of: $0, power: exponent) == power[$0] })
        #expect(places.allSatisfy { permutation.image(of: $0, power: -exponent) == inverse[$0] })
        power = power.followed(by: permutation)
      }
    }
  }

  /// By squaring, which knows neither cycles nor orders.
  @Test(arguments: [Int.max, Int.max - 1, 1 << 62, 123_456_789_012_345_678])
  func hugeExponentsAreThoseOfRepeatedSquaring(exponent: Int) {
    for permutation in someOfEachCount() {
      var (square, result, rest) = (permutation, Permutation.identity(count: permutation.count), exponent)
      while rest > 0 {
        if rest & 1 == 1 { result = result.followed(by: square) }
        square = square.followed(by: square)
        rest >>= 1
      }
      #expect(permutation.power(exponent) == result)
      #expect(permutation.power(-exponent) == result.inverse)
      #expect((0..<permutation.count).allSatisfy { permutation.image(of: $0, power: exponent) == result[$0] })
      #expect(permutation.power(.min) == permutation.inverse.power(.max).followed(by: permutation.inverse))
    }
  }

  @Test func theOrderIsTheSmallestPowerThatIsTheIdentity() {
    for permutation in (1...6).flatMap(Self.all) {
      let identity = Permutation.identity(count: permutation.count)
      let order = (1...60).first { permutation.power($0) == identity }
      #expect(permutation.order == order && permutation.cycleType.order == order)
    }
  }

  @Test func theEffectivePowerIsTheSmallestThatIsTheSame() {
    for permutation in Self.all(count: 5) {
      for exponent in [-7, -1, 0, 1, 5, 6, 13, 64, 1_000_003] {
        let smallest = (0...6).first { permutation.power($0) == permutation.power(exponent) }
        #expect(permutation.effectivePower(exponent) == smallest)
      }
    }
  }

  @Test func compositionIsFromLeftToRightAndInverseUndoesIt() {
    let (first, second) = (Permutation([1, 2, 0]), Permutation([1, 0, 2]))
    #expect(first.followed(by: second).images == [0, 2, 1])
    #expect(second.followed(by: first).images == [2, 1, 0])
    for permutation in someOfEachCount() {
      #expect(permutation.followed(by: permutation.inverse) == .identity(count: permutation.count))
    }
  }

  @Test func uniformDrawsGiveEachPermutationAsOften() {
    var generator = seed.child("uniform").generator()
    var counts: [Permutation: Int] = [:]
    for _ in 0..<48_000 { counts[Permutation.uniform(count: 4, using: &generator), default: 0] += 1 }
    let test = ChiSquare(uniform: Self.all(count: 4).map { counts[$0] ?? 0 })
    #expect(counts.count == 24 && test.statistic < test.bound)
  }

  @Test func whatIsNoPermutationStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = Permutation([0, 0]) }
    await #expect(processExitsWith: .failure) { _ = Permutation([1, 2]) }
    await #expect(processExitsWith: .failure) { _ = Permutation([]) }
    await #expect(processExitsWith: .failure) { _ = Permutation(Array(0...64)) }
    await #expect(processExitsWith: .failure) { _ = Permutation([0, 1]).followed(by: Permutation([0])) }
    await #expect(processExitsWith: .failure) { _ = Permutation([0, 1]).image(of: 2, power: 1) }
  }
}

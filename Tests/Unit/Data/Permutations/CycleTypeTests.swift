import Data
import Seeds
import Testing

@Suite struct CycleTypeTests {
  /// Sequence A000041 of the OEIS.
  @Test func thereAreAsManyTypesAsPartitions() {
    let partitions = [1, 2, 3, 5, 7, 11, 15, 22, 30, 42, 56, 77, 101, 135, 176, 231]
    for (place, count) in partitions.enumerated() {
      let types = CycleType.all(count: place + 1)
      #expect(types.count == count && Set(types).count == count)
      #expect(types.allSatisfy { $0.count == place + 1 })
    }
    #expect(CycleType.all(count: 32).count == 8349)
  }

  /// Landau's function, sequence A000793 of the OEIS.
  @Test func theLargestOrdersAreLandaus() {
    let orders = (1...12).map { CycleType.all(count: $0).map(\.order).max() }
    #expect(orders == [1, 2, 3, 4, 6, 6, 12, 15, 20, 30, 30, 60])
  }

  @Test func sharesAreTheCountsOfAllPermutations() {
    for count in 1...7 {
      let permutations = PermutationTests.all(count: count)
      var counts: [CycleType: Int] = [:]
      for permutation in permutations { counts[permutation.cycleType, default: 0] += 1 }
      for type in CycleType.all(count: count) {
        #expect(abs(type.share * Double(permutations.count) - Double(counts[type] ?? 0)) < 1e-9)
      }
    }
    // A sum of 8349 positive terms that make 1: each addition rounds by 2^-53 at most, each term by 63 times that.
    let sum: Double = CycleType.all(count: 32).map(\.share).reduce(0, +)
    let bound: Double = (8349 + 63) * 0x1p-53
    #expect(abs(sum - 1) < bound)
  }

  @Test func fixedSharesAreThoseOfThePowers() {
    for permutation in PermutationTests.all(count: 6) {
      for exponent in [0, 1, 2, 3, 4, 5, 12, 35] {
        let fixed = (0..<6).count { permutation.power(exponent)[$0] == $0 }
        #expect(permutation.cycleType.fixedShare(ofPower: exponent) == Double(fixed) / 6)
      }
    }
  }

  @Test func renamingKeepsTheTypeAndNothingElseHasIt() {
    let permutations = PermutationTests.all(count: 4)
    for permutation in permutations {
      let renamed = Set(permutations.map { $0.inverse.followed(by: permutation).followed(by: $0) })
      #expect(renamed == Set(permutations.filter { $0.cycleType == permutation.cycleType }))
    }
  }

  @Test func theOrderOfTheLengthsDoesNotMatter() {
    #expect(CycleType([1, 3, 2]) == CycleType([3, 2, 1]) && CycleType([1, 3, 2]).description == "3+2+1")
    #expect(CycleType([3]) != CycleType([3, 1]))
    #expect(CycleType.first(count: 5) { $0.order == 6 } == CycleType([3, 2]))
    #expect(CycleType.first(count: 5) { $0.order == 8 } == nil)
  }

  @Test func impossibleTypesStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = CycleType([]) }
    await #expect(processExitsWith: .failure) { _ = CycleType([2, 0]) }
    await #expect(processExitsWith: .failure) { _ = CycleType([40, 25]) }
  }
}

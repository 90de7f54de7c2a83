import Foundation
import Testing

@testable import Learning

@Suite struct RotaryTests {
  /// Heads of odd halves, of one vector, and of more.
  static let widths = [2, 14, 32, 38]
  private static let starts: [Int32] = [0, 3, 4, 9]
  private static let firstPlaces: [Int32] = [0, 11, 2]

  /// Rows of 3 sequences, of 3 heads.
  static func inputs(headWidth: Int) -> (positions: RotaryPositions, qkv: [Float]) {
    var noise = Noise(31)
    let positions = RotaryPositions(headCount: 3, headWidth: headWidth, longest: 13)
    return (positions, noise.floats(9 * 3 * 3 * headWidth))
  }

  static func rotated(_ x: [Float], _ positions: RotaryPositions, isBack: Bool) -> [Float] {
    var y = [Float](repeating: .nan, count: x.count)
    Kernel.rotate(
      x, turns: positions.turns, headCount: positions.headCount, headWidth: positions.headWidth, starts: starts,
      firstPlaces: firstPlaces, sequenceCount: 3, isBack: isBack, into: &y)
    return y
  }

  /// The naive one, sequence by sequence.
  private static func naively(_ x: [Double], _ positions: RotaryPositions) -> [Double] {
    let row = 3 * positions.headCount * positions.headWidth
    return (0..<3).flatMap { s in
      NaiveKernel.rotate(
        Array(x[Int(starts[s]) * row..<Int(starts[s + 1]) * row]), turns: positions.turns.wide,
        headCount: positions.headCount, headWidth: positions.headWidth, first: Int(firstPlaces[s]))
    }
  }

  @Test(arguments: widths)
  func rotatingIsTheNaiveOne(_ headWidth: Int) {
    let (positions, x) = Self.inputs(headWidth: headWidth)
    // Two products and a sum of numbers below 1, each rounded once.
    expectClose(
      Self.rotated(x, positions, isBack: false), Self.naively(x.wide, positions), within: 4 * roundingUnit)
  }

  @Test(arguments: widths)
  func gradientsAreTurnedBack(_ headWidth: Int) {
    let (positions, x) = Self.inputs(headWidth: headWidth)
    var noise = Noise(32)
    let dy = noise.floats(x.count)
    let slopes = centralDifferences(x.wide, dy) { Self.naively($0, positions) }
    expectClose(Self.rotated(dy, positions, isBack: true), slopes, within: 4 * roundingUnit + 1e-9)
  }

  @Test func aResultMayTakeItsInputsPlace() {
    let (positions, x) = Self.inputs(headWidth: 14)
    var place = x
    place.withUnsafeMutableBufferPointer {
      Kernel.rotate(
        $0.baseAddress!, turns: positions.turns, headCount: 3, headWidth: 14, starts: Self.starts,
        firstPlaces: Self.firstPlaces, sequenceCount: 3, isBack: false, into: $0.baseAddress!)
    }
    #expect(place == Self.rotated(x, positions, isBack: false))
  }

  /// Against libm, which is good to a unit in the last place where it is good.
  @Test func theAnglesAreThoseOfThePaper() {
    let positions = RotaryPositions(headCount: 1, headWidth: 6, longest: 1009)
    for (place, pair) in [(0, 0), (1, 0), (1, 2), (17, 1), (1008, 0), (1008, 1), (1008, 2)] {
      let angle = Double(place) * pow(10_000, -2 * Double(pair) / 6)
      let row = positions.turns[6 * place..<6 * (place + 1)].map(Double.init)
      // A float's half unit below 1; what a thousand products add is a thousandth of it.
      #expect(
        abs(row[pair] - cos(angle)) < 1.01 * roundingUnit && abs(row[3 + pair] - sin(angle)) < 1.01 * roundingUnit)
    }
  }

  @Test func aHeadOfAnOddWidthIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = RotaryPositions(headCount: 2, headWidth: 7, longest: 5) }
  }
}

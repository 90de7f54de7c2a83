import Testing

@testable import Learning

@Suite struct PositionsTests {
  private let starts: [Int32] = [0, 3, 4, 11]
  private let firstPlaces: [Int32] = [4, 0, 2]
  private let longest = 9

  @Test(arguments: [1, 7, 16, 37])
  func addingPositionsIsTheNaiveOne(_ width: Int) {
    var noise = Noise(9)
    let (x, table) = (noise.floats(11 * width), noise.floats(longest * width))
    let expected = NaiveKernel.addPositions(
      x.wide, table: table.wide, width: width, starts: starts, firstPlaces: firstPlaces)
    var y = [Float](repeating: .nan, count: x.count)
    Kernel.addPositions(
      x, table: table, width: width, starts: starts, firstPlaces: firstPlaces, sequenceCount: 3, into: &y)
    expectClose(y, expected, within: 2 * roundingUnit)  // one rounding of a sum below 2
  }

  @Test(arguments: [1, 7, 16, 37])
  func gradientsAreAddedToThePlacesTheyCameFrom(_ width: Int) {
    var noise = Noise(10)
    let (x, table) = (noise.floats(11 * width), noise.floats(longest * width))
    let dy = noise.floats(11 * width)
    let slopes = centralDifferences(table.wide, dy) {
      NaiveKernel.addPositions(x.wide, table: $0, width: width, starts: starts, firstPlaces: firstPlaces)
    }
    var gradient = [Float](repeating: 1, count: table.count)
    Kernel.addPositionsBackward(
      outputGradient: dy, width: width, starts: starts, firstPlaces: firstPlaces, sequenceCount: 3,
      tableGradient: &gradient)
    // At most three additions to sums below 4, and 1e-9 from the differences.
    expectClose(gradient, slopes.map { $0 + 1 }, within: 12 * roundingUnit + 1e-9)
  }

  @Test func withoutFirstPlacesAllBeginAtTheFirst() {
    var noise = Noise(11)
    let (x, table) = (noise.floats(11 * 7), noise.floats(longest * 7))
    var (y, same) = (x, x)
    Kernel.addPositions(x, table: table, width: 7, starts: starts, sequenceCount: 3, into: &y)
    Kernel.addPositions(
      x, table: table, width: 7, starts: starts, firstPlaces: [0, 0, 0], sequenceCount: 3, into: &same)
    #expect(y == same)
  }
}

import Testing

@testable import Learning

@Suite struct EmbeddingTests {
  static let combinations: [EmbeddingCombination] = [.concatenate, .sum]
  /// 5 rows of 3 ids; rows 0 and 1 repeat an id, so its gradients must add up. Id 3 is never asked for.
  static let ids: [Int32] = [0, 4, 0, 2, 2, 2, 1, 0, 5, 6, 6, 1, 0, 0, 4]

  @Test(arguments: combinations, [1, 7, 16, 37])
  func embeddingIsTheNaiveOne(_ combination: EmbeddingCombination, _ width: Int) {
    var noise = Noise(6)
    let table = noise.floats(7 * width)
    let expected = NaiveKernel.embed(
      ids: Self.ids, idsPerRow: 3, combination: combination, table: table.wide, tableWidth: width)
    var out = [Float](repeating: .nan, count: expected.count)
    Kernel.embed(
      ids: Self.ids, idsPerRow: 3, idStride: 3, combination: combination, table: table, tableWidth: width, rows: 5,
      into: &out)
    // Two additions of terms below 1.
    expectClose(out, expected, within: combination == .sum ? 6 * roundingUnit : 0)
  }

  @Test(arguments: combinations, [1, 7, 16, 37])
  func gradientsAreAddedToTheRowsTheyCameFrom(_ combination: EmbeddingCombination, _ width: Int) {
    var noise = Noise(7)
    let dy = noise.floats(5 * width * (combination == .concatenate ? 3 : 1))
    let table = noise.floats(7 * width)
    let expected = centralDifferences(table.wide, dy) {
      NaiveKernel.embed(ids: Self.ids, idsPerRow: 3, combination: combination, table: $0, tableWidth: width)
    }
    var gradient = [Float](repeating: 1, count: table.count)
    Kernel.embedBackward(
      ids: Self.ids, idsPerRow: 3, idStride: 3, combination: combination, outputGradient: dy, tableWidth: width,
      rows: 5,
      tableGradient: &gradient)
    // At most 5 additions to sums below 6, and 1e-9 from the differences.
    expectClose(gradient, expected.map { $0 + 1 }, within: 30 * roundingUnit + 1e-9)
    #expect(gradient[3 * width..<4 * width].allSatisfy { $0 == 1 })
  }

  /// Two ids of each row of three, from the second on.
  @Test(arguments: combinations)
  func someIDsOfARowAreThoseOfRowsWithoutTheOthers(_ combination: EmbeddingCombination) {
    var noise = Noise(8)
    let table = noise.floats(7 * 13)
    let some = (0..<5).flatMap { Self.ids[3 * $0 + 1..<3 * $0 + 3] }
    let expected = NaiveKernel.embed(
      ids: some, idsPerRow: 2, combination: combination, table: table.wide, tableWidth: 13)
    var out = [Float](repeating: .nan, count: expected.count)
    Self.ids.withUnsafeBufferPointer {
      Kernel.embed(
        ids: $0.baseAddress! + 1, idsPerRow: 2, idStride: 3, combination: combination, table: table, tableWidth: 13,
        rows: 5, into: &out)
    }
    expectClose(out, expected, within: combination == .sum ? 2 * roundingUnit : 0)
    let dy = noise.floats(expected.count)
    let slopes = centralDifferences(table.wide, dy) {
      NaiveKernel.embed(ids: some, idsPerRow: 2, combination: combination, table: $0, tableWidth: 13)
    }
    var gradient = [Float](repeating: 0, count: table.count)
    Self.ids.withUnsafeBufferPointer {
      Kernel.embedBackward(
        ids: $0.baseAddress! + 1, idsPerRow: 2, idStride: 3, combination: combination, outputGradient: dy,
        tableWidth: 13, rows: 5, tableGradient: &gradient)
    }
    expectClose(gradient, slopes, within: 30 * roundingUnit + 1e-9)
  }
}

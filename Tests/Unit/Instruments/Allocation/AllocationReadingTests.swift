import Foundation
import Testing

@testable import Instruments
@testable import Learning

@Suite struct AllocationReadingTests {
  private static func reading() throws -> AllocationReading {
    try LossChangeAllocatorTests.allocation(WatchedNetwork.recipe(.adam(), rate: 2e-3)).allocation.reading(
      of: .whole(.integrated))
  }

  @Test func theWatchedNetworkHasTenLayers() {
    let layers = WatchedNetwork.model.layout.layers
    #expect(layers.map(\.name) == WatchedNetwork.layers)
    #expect(layers.first?.range.lowerBound == 0 && layers.last?.range.upperBound == 4737)
    #expect(zip(layers, layers.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    #expect(LoopedEncoderTests.progressive.layout.layers.map(\.name).contains("block.attention"))
  }

  @Test func sumsOfTensorsLayersStepsAndParametersAreTheSame() throws {
    let reading = try Self.reading()
    let layers = WatchedNetwork.model.layout.layers
    let byLayer = reading.sums(of: layers)
    for (layer, sum) in zip(layers, byLayer) {
      #expect(abs(reading.parameters.totals[layer.range].reduce(0, +) - sum) < 1e-9)
    }
    #expect(
      abs(byLayer.reduce(0, +) - reading.change) < 1e-9 && abs(reading.help + reading.hurt - reading.change) < 1e-9)
    let (early, late) = (reading.sums(of: layers, over: 0..<8), reading.sums(of: layers, over: 8..<20))
    #expect(zip(byLayer, zip(early, late)).allSatisfy { abs($0 - $1.0 - $1.1) < 1e-9 })
    let counts = reading.parameters
    #expect(
      counts.helped.reduce(0, +) == Double(reading.helping) && counts.hurt.reduce(0, +) == Double(reading.hurting))
    #expect(reading.helping + reading.hurting + reading.zeros == 20 * 4737)
    #expect(reading.churn > 1 && reading.help < 0 && reading.hurt > 0)
  }

  @Test func shapesOfWhatIsReportedAreSensible() throws {
    let reading = try Self.reading()
    #expect((0.5..<0.9).contains(reading.helpingShare!))
    #expect(reading.sums.allSatisfy { $0.excessKurtosis > 5 } && reading.excessKurtosis > 5)
    #expect((0.3..<1).contains(reading.giniOfHelp) && (0.3..<1).contains(reading.giniOfHurt))
    #expect((100..<4737).contains(reading.count(doing: 0.9)) && (1..<2400).contains(reading.hurtingParameters))
    for change in [reading.persistence, reading.gradientPersistence, reading.movementPersistence].map(\.change) {
      #expect((0.01..<0.6).contains(change!))
    }
    let norms = reading.movementNorms(of: WatchedNetwork.model.layout.layers)
    #expect(norms.count == 10 && norms.allSatisfy { $0.count == 20 && $0.allSatisfy { $0 > 0 } })
  }

  @Test func bytesThatAreNotWholeAreRefused() throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3, steps: 2)
    let allocator = try LossChangeAllocatorTests.allocation(recipe)
    let (bytes, shape) = (allocator.state.bytes(allocator.shape), allocator.shape)
    #expect(try AllocationState(bytes: bytes, shape) == allocator.state)
    for length in [0, 1, 25, 26, 73, 74, bytes.count - 8, bytes.count - 1] {
      #expect(throws: AllocationProblem.self) { try AllocationState(bytes: Array(bytes.prefix(length)), shape) }
    }
    #expect(throws: AllocationProblem.self) { try AllocationState(bytes: bytes + [0], shape) }
    // Each count of the header changed; the last byte of the last count makes it huge.
    for place in stride(from: 26, to: 74, by: 8) {
      for (offset, value) in [(0, UInt8(3)), (7, 0xff)] {
        var changed = bytes
        changed[place + offset] &+= value
        guard place > 26 || offset == 7 else { continue }  // other counts of watched steps may be
        #expect(throws: AllocationProblem.self) { try AllocationState(bytes: changed, shape) }
      }
    }
    let other = AllocationShape(AllocationPlan(), sets: 1, WatchedNetwork.model.layout)
    #expect(throws: AllocationProblem.self) { try AllocationState(bytes: bytes, other) }
    var unsigned = bytes
    // The first sign of the first observer becomes a huge number.
    let sign = 74 + 8 * 4 * 4737
    for index in sign..<sign + 8 { unsigned[index] = 0x7f }
    #expect(throws: AllocationProblem.self) { try AllocationState(bytes: unsigned, shape) }
  }

  @Test func aPlanIsDataThatComesBackTheSame() throws {
    let plan = AllocationPlan(LossChangeAllocatorTests.everyObserver, intervals: 4...16, tolerance: 0.001)
    #expect(try JSONDecoder().decode(AllocationPlan.self, from: JSONEncoder().encode(plan)) == plan)
    #expect(plan != AllocationPlan(LossChangeAllocatorTests.everyObserver))
  }
}

import AllocationCounter
import Seeds
import Testing

@testable import Learning

@Suite struct LossSurfaceTests {
  /// 150 examples are three parts, the last one shorter.
  private static let list = (0..<150).map { $0 * 7 }

  private static func surface(_ list: [Int] = list, workers: Int = 4) -> LossSurface {
    LossSurface(WatchedNetwork.model, at: list, of: WatchedNetwork.Source(), maximumWorkers: workers)
  }

  private static var room: [Double] { Array(repeating: .nan, count: WatchedNetwork.model.layout.count) }

  @Test func theWatchedNetworkHasTheSpecifiedSize() {
    #expect(WatchedNetwork.model.layout.count == 4737)
  }

  @Test(arguments: [NormOrder.post, .pre])
  func lossAndGradientAgreeWithPyTorch(order: NormOrder) throws {
    let reference = try ReferenceModel.named("\(order.rawValue)-norm")
    let model = ReferenceModel.encoder(order)
    let surface = LossSurface(model, at: Array(0..<5), of: ReferenceModel.Source(), maximumWorkers: 1)
    var gradient = Array(repeating: 0.0, count: model.layout.count)
    let loss = surface.loss(at: ReferenceModel.parameters(of: model), gradient: &gradient)
    #expect(abs(loss - reference.loss) <= 1e-5 * reference.loss)
    let largest = reference.gradients.map(abs).max()!
    #expect(zip(gradient, reference.gradients).allSatisfy { abs($0 - $1) <= 1e-5 * largest })
  }

  @Test(arguments: [2, 3, 4, 64])
  func theNumberOfWorkersDoesNotReachANumber(workers: Int) {
    var (alone, together) = (Self.room, Self.room)
    let lossAlone = Self.surface().loss(at: WatchedNetwork.first, gradient: &alone)
    let lossTogether = Self.surface(workers: 64).loss(at: WatchedNetwork.first, gradient: &together, workers: workers)
    #expect(alone == together && lossAlone == lossTogether && alone.allSatisfy(\.isFinite))
    #expect(Self.surface().loss(at: WatchedNetwork.first, workers: workers) == lossAlone)
  }

  @Test func aSurfaceHasNoMemory() {
    let surface = Self.surface()
    var (first, again) = (Self.room, Self.room)
    _ = surface.loss(at: WatchedNetwork.first, gradient: &first)
    _ = surface.loss(at: WatchedNetwork.first.map { $0 * 2 }, gradient: &again)
    #expect(first != again)
    _ = surface.losses(at: WatchedNetwork.first.map { $0 * 3 })
    _ = surface.loss(at: WatchedNetwork.first, gradient: &again)
    #expect(first == again)
  }

  /// Along the gradient, by central differences of the loss.
  @Test func theLossFallsAsTheGradientSays() {
    let surface = Self.surface()
    var gradient = Self.room
    _ = surface.loss(at: WatchedNetwork.first, gradient: &gradient)
    let length = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let step = 1e-2
    func loss(_ distance: Double) -> Double {
      surface.loss(at: zip(WatchedNetwork.first, gradient).map { Float(Double($0) + distance * $1 / length) })
    }
    let slope = (loss(step) - loss(-step)) / (2 * step)
    #expect(abs(slope - length) < 2e-3 * length, "\(slope) against \(length)")
  }

  @Test func examplesAddUpToTheList() {
    let surface = Self.surface(Array(0..<20))
    var (whole, one, sum) = (Self.room, Self.room, Array(repeating: 0.0, count: WatchedNetwork.model.layout.count))
    let loss = surface.loss(at: WatchedNetwork.first, gradient: &whole)
    let losses = surface.losses(at: WatchedNetwork.first)
    #expect(losses.count == 20 && abs(losses.reduce(0) { $0 + $1.mean } / 20 - loss) < 1e-6 * loss)
    for place in 0..<20 {
      #expect(surface.loss(ofExample: place, at: WatchedNetwork.first, gradient: &one) == losses[place])
      for index in sum.indices { sum[index] += one[index] / 20 }
    }
    let largest = whole.map(abs).max()!
    #expect(zip(sum, whole).allSatisfy { abs($0 - $1) <= 1e-5 * largest })
  }

  @Test func lossesStandInTheListsOrder() {
    let forwards = Self.surface([3, 1, 2]).losses(at: WatchedNetwork.first)
    let alone = [3, 1, 2].map { Self.surface([$0]).loss(at: WatchedNetwork.first) }
    #expect(forwards.map(\.mean) == alone && Set(alone).count == 3)
  }

  /// The mean counts each answer by its weight: over all parts, and not the mean of parts' means.
  @Test func weightsAreThoseOfTheWholeList() {
    let surface = LossSurface(
      CausalReference.encoder, at: Array(0..<130), of: CausalReference.Source(), maximumWorkers: 2)
    let weights = CausalReference.encoder.layout.initialValues(seed: Seed(root: 2))
    let losses = surface.losses(at: weights)
    let weight = losses.reduce(0) { $0 + $1.weight }
    let mean = losses.reduce(0) { $0 + $1.sum } / weight
    #expect(weight != 130 && abs(surface.loss(at: weights) - mean) < 1e-6 * mean)
  }

  /// Nothing is dropped: the surface of a model with dropout is that of the model without.
  @Test func chanceHasNoPartInIt() {
    var shape = WatchedNetwork.model.shape
    shape.dropout = Dropout(probability: 0.5)
    let dropping = LossSurface(Encoder(shape), at: Self.list, of: WatchedNetwork.Source(), maximumWorkers: 1)
    var (with, without) = (Self.room, Self.room)
    let losses = (
      dropping.loss(at: WatchedNetwork.first, gradient: &with),
      Self.surface().loss(at: WatchedNetwork.first, gradient: &without)
    )
    #expect(losses.0 == losses.1 && with == without)
    #expect(!Program(Encoder(shape), for: .surveying).needsSeed && Program(Encoder(shape), for: .learning).needsSeed)
    let looped = LoopedEncoderTests.progressive
    #expect(!Program(looped, for: .surveying).needsSeed && Program(looped, for: .learning).needsSeed)
  }

  @Test func afterReplacingItIsTheSurfaceOfTheOthers() {
    let surface = Self.surface(Array(0..<150))
    surface.replace(with: 300..<450)
    let like = LossSurface(like: surface, at: Array(300..<450), of: WatchedNetwork.Source(), maximumWorkers: 1)
    var (replaced, alike, fresh) = (Self.room, Self.room, Self.room)
    _ = surface.loss(at: WatchedNetwork.first, gradient: &replaced)
    _ = like.loss(at: WatchedNetwork.first, gradient: &alike)
    _ = Self.surface(Array(300..<450)).loss(at: WatchedNetwork.first, gradient: &fresh)
    #expect(replaced == fresh && alike == fresh && surface.examples == Array(300..<450))
  }

  @Test(.enabled(if: allocation_counter_is_available())) func nothingIsAllocatedAfterTheFirstCall() {
    let surface = Self.surface()
    let (weights, other) = (WatchedNetwork.first, WatchedNetwork.first.map { $0 * 1.1 })
    var gradient = Self.room
    _ = surface.loss(at: weights, gradient: &gradient, workers: 1)
    let before = allocation_count()
    for _ in 0..<20 {
      _ = surface.loss(at: weights, gradient: &gradient, workers: 1)
      _ = surface.loss(at: other)
    }
    #expect(allocation_count() - before == 0)
  }

  @Test func whatHasNoSurfaceIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = LossSurfaceTests.surface([]) }
    await #expect(processExitsWith: .failure) { _ = LossSurfaceTests.surface().loss(at: [1]) }
    await #expect(processExitsWith: .failure) {
      let model = BatchNormReference.encoder(.pyTorch)
      _ = LossSurface(model, at: [0], of: BatchNormReference.Source(), maximumWorkers: 1)
    }
  }
}

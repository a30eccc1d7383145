/** A document whose words are markup and script; on every page it must show as words. */
export const HOSTILE = {
  id: 'hostile',
  title: '<img src=x onerror="document.title=1">Harm & "quotes"',
  published: '2013-07-02T21:15:00+03:00',
  source: '<script>document.title=2</script>',
  text:
    'GENEVA, July 2 (<b>AP</b>) - Sergei Lavrov met John Kerry in Geneva on Tuesday about zugzwang.\n\n' +
    '"We will <script>document.title=3</script> sign by August 1," Lavrov said of zugzwang.',
}

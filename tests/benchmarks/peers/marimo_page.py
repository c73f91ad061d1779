"""The page in marimo: Plotly figures are the output of a cell, which runs as a slider moves."""

import marimo

app = marimo.App(width="full", app_title="Logistic regression")


@app.cell
def _():
    import marimo as mo
    from plots import SLIDERS, figures

    return SLIDERS, figures, mo


@app.cell
def _(SLIDERS, mo):  # noqa: N803 - marimo hands a cell the names of another
    sliders = mo.ui.array(
        [
            mo.ui.slider(s.low, s.high, s.step, s.value, label=s.label, full_width=True)
            for s in SLIDERS
        ]
    )
    mo.vstack([mo.md("# Logistic regression"), mo.hstack(sliders, widths="equal")])
    return (sliders,)


@app.cell
def _(figures, mo, sliders):
    loss, drawn = figures(*sliders.value)
    mo.vstack(
        [
            mo.md(loss),
            mo.hstack(drawn[:2], widths="equal"),
            mo.hstack(drawn[2:], widths="equal"),
        ]
    )


if __name__ == "__main__":
    app.run()
